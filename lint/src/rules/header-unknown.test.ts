import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/header-unknown.ts';
import { rule } from './header-unknown.ts';

testRule(rule, examples);
