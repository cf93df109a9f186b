import { getOwn } from '@eventbridge-kit/issue';
import { asVariables, errorFunction, type ErrorKind } from './error-kind.ts';

const NAME = 'ignoreError';

/** `ignoreError([variables])`: the job completes with these variables and no others. */
export const ignoreError: ErrorKind = {
  type: NAME,
  functions: errorFunction(NAME, ['variables']),
  read: (value) => {
    const { variables, issues } = asVariables(getOwn(value, 'variables'), NAME);
    return { outcome: { type: 'complete', variables }, issues };
  },
};
