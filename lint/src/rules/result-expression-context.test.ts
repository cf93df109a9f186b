import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/result-expression-context.ts';
import { rule } from './result-expression-context.ts';

testRule(rule, examples);
