import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/static-text-escape.ts';
import { rule } from './static-text-escape.ts';

testRule(rule, examples);
