import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-engine.ts';
import { rule } from './secret-engine.ts';

testRule(rule, examples);
