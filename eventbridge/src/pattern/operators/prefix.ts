import { readTextOrIgnoreCase, type TextOperator } from './text-test.ts';

/** Text that starts so. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-prefix-matching
export const prefix: TextOperator = {
  name: 'prefix',
  test: (argument) => readTextOrIgnoreCase('prefix', argument, (text, wanted) => text.startsWith(wanted)),
};
