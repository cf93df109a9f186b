import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/detail-too-deep.ts';
import { rule } from './detail-too-deep.ts';

testRule(rule, examples);
