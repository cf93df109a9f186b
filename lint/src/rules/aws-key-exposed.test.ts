import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/aws-key-exposed.ts';
import { rule } from './aws-key-exposed.ts';

testRule(rule, examples);
