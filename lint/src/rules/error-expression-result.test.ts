import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/error-expression-result.ts';
import { rule } from './error-expression-result.ts';

testRule(rule, examples);
