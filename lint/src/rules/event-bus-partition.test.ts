import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-bus-partition.ts';
import { rule } from './event-bus-partition.ts';

testRule(rule, examples);
