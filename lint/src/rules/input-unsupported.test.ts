import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/input-unsupported.ts';
import { rule } from './input-unsupported.ts';

testRule(rule, examples);
