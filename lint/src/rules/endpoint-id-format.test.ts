import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/endpoint-id-format.ts';
import { rule } from './endpoint-id-format.ts';

testRule(rule, examples);
