import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/role-arn-format.ts';
import { rule } from './role-arn-format.ts';

testRule(rule, examples);
