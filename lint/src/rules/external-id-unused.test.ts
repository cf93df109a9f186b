import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/external-id-unused.ts';
import { rule } from './external-id-unused.ts';

testRule(rule, examples);
