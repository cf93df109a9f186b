import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/source-too-long.ts';
import { rule } from './source-too-long.ts';

testRule(rule, examples);
