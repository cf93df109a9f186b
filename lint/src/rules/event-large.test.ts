import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-large.ts';
import { rule } from './event-large.ts';

testRule(rule, examples);
