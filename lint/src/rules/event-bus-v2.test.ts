import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-bus-v2.ts';
import { rule } from './event-bus-v2.ts';

testRule(rule, examples);
