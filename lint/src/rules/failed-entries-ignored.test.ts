import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/failed-entries-ignored.ts';
import { rule } from './failed-entries-ignored.ts';

testRule(rule, examples);
