import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/detail-not-json.ts';
import { rule } from './detail-not-json.ts';

testRule(rule, examples);
