import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/endpoint-conflict.ts';
import { rule } from './endpoint-conflict.ts';

testRule(rule, examples);
