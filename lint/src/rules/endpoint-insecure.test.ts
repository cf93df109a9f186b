import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/endpoint-insecure.ts';
import { rule } from './endpoint-insecure.ts';

testRule(rule, examples);
