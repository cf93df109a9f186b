import { comparableNumber, digitsOf, MAX_OPERAND_DIGITS } from '../comparable-number.ts';
import { PatternProblem } from '../matcher.ts';

/** The number of an operator's argument; with more digits than a double is sure to hold, it would match its neighbours. */
export function readOperand(text: string): number | PatternProblem {
  const value = digitsOf(text) > MAX_OPERAND_DIGITS ? undefined : comparableNumber(text);
  return (
    value ??
    new PatternProblem(
      `Cannot compare number: found ${text.slice(0, 60)}. Write at most ${MAX_OPERAND_DIGITS} digits, or the number itself without an operator.`,
    )
  );
}
