import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-bus-arn-region.ts';
import { rule } from './event-bus-arn-region.ts';

testRule(rule, examples);
