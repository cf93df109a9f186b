import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/source-required.ts';
import { rule } from './source-required.ts';

testRule(rule, examples);
