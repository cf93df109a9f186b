import { PatternProblem } from '../matcher.ts';
import { anyCasePattern, readText, type TextOperator } from './text-test.ts';

/** The same text, upper and lower case alike. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-equals-ignore-case-matching
export const equalsIgnoreCase: TextOperator = {
  name: 'equals-ignore-case',
  test(argument) {
    const wanted = readText('equals-ignore-case', argument);
    if (wanted instanceof PatternProblem) return wanted;
    const whole = new RegExp(`^"${anyCasePattern(wanted)}"$`);
    return (raw) => whole.test(raw);
  },
};
