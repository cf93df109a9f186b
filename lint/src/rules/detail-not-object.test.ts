import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/detail-not-object.ts';
import { rule } from './detail-not-object.ts';

testRule(rule, examples);
