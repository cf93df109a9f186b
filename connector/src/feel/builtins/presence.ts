import { FeelFailure } from '../signals.ts';
import { isAny, isNothing, isString } from '../values.ts';
import { define, either, optional, type FeelFunctions } from './define.ts';

const anything = either(isAny, isNothing);

const AI_PARAMETERS = ['value', 'description', 'type', 'schema', 'options'];

/** Functions that look at whether a value is there. To the engine null and a missing value are the same. */
export const presence: FeelFunctions = {
  'is defined': define(['value'], [anything], (value) => !isNothing(value)),
  'get or else': define(['value', 'default'], [anything, anything], (value, other) => value ?? other ?? null),
  assert: define(
    ['value', 'condition', 'cause'],
    [anything, anything, optional(isString)],
    (value, condition, cause) => {
      if (condition === true) return value ?? null;
      throw new FeelFailure(`An assertion does not hold: ${cause ?? 'the condition is not fulfilled'}.`);
    },
  ),
  // Marks a parameter for an agent; in an expression it is the value itself.
  fromAi: define(AI_PARAMETERS, [anything, anything, anything, anything, anything], (value) => value ?? null),
};
