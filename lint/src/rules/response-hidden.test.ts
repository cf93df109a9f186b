import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/response-hidden.ts';
import { rule } from './response-hidden.ts';

testRule(rule, examples);
