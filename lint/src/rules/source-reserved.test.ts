import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/source-reserved.ts';
import { rule } from './source-reserved.ts';

testRule(rule, examples);
