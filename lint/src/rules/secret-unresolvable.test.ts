import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-unresolvable.ts';
import { rule } from './secret-unresolvable.ts';

testRule(rule, examples);
