import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/response-field-unknown.ts';
import { rule } from './response-field-unknown.ts';

testRule(rule, examples);
