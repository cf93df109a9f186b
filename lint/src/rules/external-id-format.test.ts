import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/external-id-format.ts';
import { rule } from './external-id-format.ts';

testRule(rule, examples);
