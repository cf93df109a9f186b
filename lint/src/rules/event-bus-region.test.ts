import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-bus-region.ts';
import { rule } from './event-bus-region.ts';

testRule(rule, examples);
