import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/resource-too-long.ts';
import { rule } from './resource-too-long.ts';

testRule(rule, examples);
