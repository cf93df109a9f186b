import type { Evaluation } from '../evaluate/evaluation.ts';
import { FeelContext, type FeelList, type FeelValue } from '../values/value.ts';
import { any, context, list, on, onAll, text, type Builtin, type Builtins } from './define.ts';

const EMPTY = new FeelContext(new Map());

function made(entries: Iterable<readonly [string, FeelValue]>, { budget }: Evaluation): FeelContext {
  const values = new Map(entries);
  budget.entries(values.size);
  return new FeelContext(values);
}

function put(target: FeelContext, key: string, value: FeelValue, evaluation: Evaluation): FeelContext {
  return made([...target.entries(), [key, value]], evaluation);
}

/** Puts a value where a path of keys leads; what is on the way and no context is replaced by one. */
function putAt(target: FeelContext, keys: readonly string[], value: FeelValue, evaluation: Evaluation): FeelContext {
  const [key, ...rest] = keys;
  if (key === undefined) return target;
  if (rest.length === 0) return put(target, key, value, evaluation);
  const inner = target.get(key) ?? null;
  const next = evaluation.budget.within(() => putAt(context(inner) ? inner : EMPTY, rest, value, evaluation));
  return put(target, key, next, evaluation);
}

function valueAt(target: FeelContext, keys: readonly string[]): FeelValue {
  let found: FeelValue = target;
  for (const key of keys) found = context(found) ? (found.get(key) ?? null) : null;
  return keys.length === 0 ? null : found;
}

function isTexts(values: FeelList): values is readonly string[] {
  return values.every(text);
}

function getValue(parameters: readonly string[]) {
  return on(parameters, [context, any], ([target, key], { budget }) => {
    if (text(key)) return target.get(key) ?? null;
    if (!list(key)) return undefined;
    budget.step(key.length);
    return isTexts(key) ? valueAt(target, key) : null;
  });
}

function contextPut(key: string) {
  return on(['context', key, 'value'], [context, any, any], ([target, keys, value], evaluation) => {
    if (text(keys)) return put(target, keys, value, evaluation);
    if (!list(keys)) return undefined;
    if (keys.length === 0) return null;
    return isTexts(keys) ? putAt(target, keys, value, evaluation) : undefined;
  });
}

const merge: Builtin = {
  overloads: [
    onAll('contexts', (values, evaluation) => {
      if (!values.every(context)) return null;
      return made(
        values.flatMap((value) => value.entries()),
        evaluation,
      );
    }),
  ],
  result: 'context',
  since: '8.2',
};

/** Functions on contexts. */
export const CONTEXTS: Builtins = {
  'get entries': {
    overloads: ['context', 'm'].map((parameter) =>
      on([parameter], [context], ([target], evaluation) => {
        evaluation.budget.list(target.size);
        return target.entries().map(([key, value]) =>
          made(
            [
              ['key', key],
              ['value', value],
            ],
            evaluation,
          ),
        );
      }),
    ),
    result: 'list',
  },
  'get value': { overloads: [getValue(['m', 'key']), getValue(['context', 'key']), getValue(['context', 'keys'])] },
  'context put': { overloads: [contextPut('key'), contextPut('keys')], result: 'context' },
  put: { overloads: [contextPut('key')], result: 'context' },
  'context merge': merge,
  'put all': merge,
  context: {
    overloads: [
      on(['entries'], [any], ([entries], evaluation) => {
        if (!list(entries)) return null;
        const pairs = entries.map((entry): readonly [string, FeelValue] | undefined => {
          const key = context(entry) ? entry.get('key') : undefined;
          const value = context(entry) ? entry.get('value') : undefined;
          return key !== undefined && text(key) && value !== undefined ? [key, value] : undefined;
        });
        const known = pairs.filter((pair) => pair !== undefined);
        return known.length === pairs.length ? made(known, evaluation) : null;
      }),
    ],
    result: 'context',
  },
};
