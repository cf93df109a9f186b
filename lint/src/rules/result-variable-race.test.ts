import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/result-variable-race.ts';
import { rule } from './result-variable-race.ts';

testRule(rule, examples);
