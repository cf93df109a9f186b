import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/official-template.ts';
import { rule } from './official-template.ts';

testRule(rule, examples);
