import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/job-type-changed.ts';
import { rule } from './job-type-changed.ts';

testRule(rule, examples);
