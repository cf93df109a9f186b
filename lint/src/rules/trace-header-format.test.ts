import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/trace-header-format.ts';
import { rule } from './trace-header-format.ts';

testRule(rule, examples);
