import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/template-outdated.ts';
import { rule } from './template-outdated.ts';

testRule(rule, examples);
