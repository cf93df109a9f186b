import { PatternProblem, show, type Operator } from '../matcher.ts';

/** Whether the event has a value in the field; an object is no value, its own fields are. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-exists-matching
export const exists: Operator = {
  name: 'exists',
  parse(argument) {
    if (typeof argument !== 'boolean')
      return new PatternProblem(`"exists" takes true or false: found ${show(argument)}.`);
    return (leaf) => (leaf !== undefined) === argument;
  },
};
