import { feelFunction } from '../../feel/functions.ts';
import { getOwn } from '../../own.ts';
import { asVariables, ERROR_TYPE, type ErrorKind } from './error-kind.ts';

const NAME = 'ignoreError';

/** `ignoreError([variables])`: the job completes with these variables and no others. */
export const ignoreError: ErrorKind = {
  type: NAME,
  functions: () => ({
    [NAME]: feelFunction(['variables'], (variables: unknown = {}) => ({ [ERROR_TYPE]: NAME, variables })),
  }),
  read: (value) => {
    const { variables, issues } = asVariables(getOwn(value, 'variables'), NAME);
    return { outcome: { type: 'complete', variables }, issues };
  },
};
