import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/feel-comment-at-end.ts';
import { rule } from './feel-comment-at-end.ts';

testRule(rule, examples);
