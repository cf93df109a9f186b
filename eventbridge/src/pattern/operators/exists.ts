import { leafMatcher, PatternProblem, show, type Operator } from '../matcher.ts';

/** Whether the event has a value in the field; an object is no value, its own fields are. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-exists-matching
export const exists: Operator = {
  name: 'exists',
  parse(argument) {
    if (argument.kind === 'literal' && argument.text === 'true') return leafMatcher(() => true);
    if (argument.kind === 'literal' && argument.text === 'false') return { kind: 'absent' };
    return new PatternProblem(`exists match pattern must be either true or false: found ${show(argument)}.`);
  },
};
