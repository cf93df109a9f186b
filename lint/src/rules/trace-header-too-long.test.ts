import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/trace-header-too-long.ts';
import { rule } from './trace-header-too-long.ts';

testRule(rule, examples);
