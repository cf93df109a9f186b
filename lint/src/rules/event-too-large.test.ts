import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/event-too-large.ts';
import { rule } from './event-too-large.ts';

testRule(rule, examples);
