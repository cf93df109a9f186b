import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/header-duration.ts';
import { rule } from './header-duration.ts';

testRule(rule, examples);
