import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/retries-format.ts';
import { rule } from './retries-format.ts';

testRule(rule, examples);
