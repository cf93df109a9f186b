import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/template-header-mismatch.ts';
import { rule } from './template-header-mismatch.ts';

testRule(rule, examples);
