import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/resource-empty.ts';
import { rule } from './resource-empty.ts';

testRule(rule, examples);
