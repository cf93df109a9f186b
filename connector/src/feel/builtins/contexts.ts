import { isAny, isContext, isList, isNothing, isString, type FeelValue } from '../values.ts';
import { define, either, type FeelFunctions } from './define.ts';

type Context = Readonly<Record<string, FeelValue>>;

const anything = either(isAny, isNothing);

const own = (entries: Context, key: string): FeelValue => (Object.hasOwn(entries, key) ? entries[key] : null);

function valueAt(entries: Context, keys: readonly FeelValue[]): FeelValue {
  if (keys.length === 0) return null;
  return keys.reduce((found, key) => (isContext(found) && isString(key) ? own(found, key) : null), entries);
}

/** The context with a value at a path of keys; what stands in the way becomes a context. */
function put(entries: Context, keys: readonly string[], value: FeelValue): FeelValue {
  const [key, ...rest] = keys;
  if (key === undefined) return null;
  const inner = own(entries, key);
  return Object.fromEntries([
    ...Object.entries(entries),
    [key, rest.length === 0 ? value : put(isContext(inner) ? inner : {}, rest, value)],
  ]);
}

function fromEntries(entries: FeelValue): FeelValue {
  if (!isList(entries)) return null;
  const pairs = entries.filter(isContext).filter((entry) => isString(entry['key']) && Object.hasOwn(entry, 'value'));
  return pairs.length < entries.length
    ? null
    : Object.fromEntries(pairs.map(({ key, value }) => [key, value] as const));
}

/** Functions of contexts: the engine's take paths of keys, and let later entries win. */
export const contexts: FeelFunctions = {
  'get value': Object.assign(
    (context: FeelValue, key: FeelValue, keys: FeelValue): FeelValue => {
      const path = key ?? keys;
      if (!isContext(context)) return null;
      if (isString(path)) return own(context, path);
      return isList(path) ? valueAt(context, path) : null;
    },
    { $args: ['context', 'key', 'keys'] },
  ),
  'context put': Object.assign(
    (context: FeelValue, keys: FeelValue, value: FeelValue, key: FeelValue): FeelValue => {
      const path = keys ?? key;
      const names = isString(path) ? [path] : path;
      if (!isContext(context) || !isList(names) || !names.every(isString)) return null;
      return put(context, names, value ?? null);
    },
    { $args: ['context', 'keys', 'value', 'key'] },
  ),
  context: define(['entries'], [anything], fromEntries),
};
