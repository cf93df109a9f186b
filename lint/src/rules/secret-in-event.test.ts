import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-in-event.ts';
import { rule } from './secret-in-event.ts';

testRule(rule, examples);
