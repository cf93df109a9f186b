import { any, error, list, on, onAll, text, truth, type Builtins } from './define.ts';
import type { FeelValue } from '../values/value.ts';

/** Whether all are true: null where one is neither true nor false, unless one is false. */
function decided(values: readonly FeelValue[], ends: boolean): boolean | null {
  let result: boolean | null = !ends;
  for (const value of values) {
    if (result === ends) return ends;
    if (result === null) result = value === ends ? ends : null;
    else result = typeof value === 'boolean' ? value : null;
  }
  return result;
}

const all = { overloads: [onAll('list', (values) => decided(values, false))], result: 'boolean' } as const;
const some = { overloads: [onAll('list', (values) => decided(values, true))], result: 'boolean' } as const;

/** Functions on booleans and on what is there or not. */
export const LOGIC: Builtins = {
  not: { overloads: [on(['negand'], [any], ([value]) => (truth(value) ? !value : null))], result: 'boolean' },
  'is defined': { overloads: [on(['value'], [any], ([value]) => value !== null)], result: 'boolean' },
  'get or else': {
    overloads: [on(['value', 'default'], [any, any], ([value, other]) => value ?? other)],
    since: '8.3',
  },
  assert: {
    overloads: [
      on(['value', 'condition'], [any, any], ([value, condition]) =>
        condition === true ? value : error('The condition is not fulfilled'),
      ),
      on(['value', 'condition', 'cause'], [any, any, any], ([value, condition, cause]) => {
        if (condition === true) return value;
        return text(cause) ? error(cause) : undefined;
      }),
    ],
    since: '8.3',
  },
  all,
  any: some,
  and: all,
  or: some,
  'is empty': { overloads: [on(['list'], [list], ([values]) => values.length === 0)], result: 'boolean', since: '8.6' },
};
