import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/endpoint-region.ts';
import { rule } from './endpoint-region.ts';

testRule(rule, examples);
