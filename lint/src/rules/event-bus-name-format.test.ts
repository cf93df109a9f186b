import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-bus-name-format.ts';
import { rule } from './event-bus-name-format.ts';

testRule(rule, examples);
