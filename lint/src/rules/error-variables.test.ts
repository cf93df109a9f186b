import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/error-variables.ts';
import { rule } from './error-variables.ts';

testRule(rule, examples);
