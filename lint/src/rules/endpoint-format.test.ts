import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/endpoint-format.ts';
import { rule } from './endpoint-format.ts';

testRule(rule, examples);
