import { PatternProblem, quoted } from '../matcher.ts';
import { readText, type TextOperator } from './text-test.ts';

/** The text itself, written as a match type. */
// https://github.com/aws/event-ruler (JsonRuleCompiler, 2.1.0)
export const exactly: TextOperator = {
  name: 'exactly',
  test(argument) {
    const wanted = readText('exactly', argument);
    return wanted instanceof PatternProblem ? wanted : (raw) => raw === quoted(wanted);
  },
};
