import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-bus-name-required.ts';
import { rule } from './event-bus-name-required.ts';

testRule(rule, examples);
