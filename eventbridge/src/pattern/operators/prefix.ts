import { anyCasePattern, readTextOrIgnoreCase, type TextOperator } from './text-test.ts';

/** Text that starts so; the empty prefix fits any text. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-prefix-matching
export const prefix: TextOperator = {
  name: 'prefix',
  test: (argument) =>
    readTextOrIgnoreCase('prefix', argument, {
      exactly: (wanted) => (raw) => raw.startsWith(`"${wanted}`),
      anyCase(wanted) {
        const start = new RegExp(`^"${anyCasePattern(wanted)}`);
        return (raw) => start.test(raw);
      },
    }),
};
