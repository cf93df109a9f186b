import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/endpoint-id-too-long.ts';
import { rule } from './endpoint-id-too-long.ts';

testRule(rule, examples);
