import { readTextOrIgnoreCase, type TextOperator } from './text-test.ts';

/** Text that ends so. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-suffix-matching
export const suffix: TextOperator = {
  name: 'suffix',
  test: (argument) => readTextOrIgnoreCase('suffix', argument, (text, wanted) => text.endsWith(wanted)),
};
