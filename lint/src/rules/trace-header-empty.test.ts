import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/trace-header-empty.ts';
import { rule } from './trace-header-empty.ts';

testRule(rule, examples);
