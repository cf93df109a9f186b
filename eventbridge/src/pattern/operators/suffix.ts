import { anyCasePattern, readTextOrIgnoreCase, type TextOperator } from './text-test.ts';

/** Text that ends so; the empty suffix fits any text. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-suffix-matching
export const suffix: TextOperator = {
  name: 'suffix',
  test: (argument) =>
    readTextOrIgnoreCase('suffix', argument, {
      exactly: (wanted) => (raw) => raw.endsWith(`${wanted}"`),
      anyCase(wanted) {
        const whole = new RegExp(`^${anyCasePattern(wanted)}"$`);
        // A letter in the other case has three times as many units at most, as U+1FB7 has.
        const longest = wanted.length * 3 + 1;
        return (raw) => {
          const end = raw.slice(-longest);
          for (let at = 0; at < end.length; at++) if (whole.test(end.slice(at))) return true;
          return false;
        };
      },
    }),
};
