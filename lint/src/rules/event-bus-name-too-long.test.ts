import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-bus-name-too-long.ts';
import { rule } from './event-bus-name-too-long.ts';

testRule(rule, examples);
