import { commentAtEnd, evaluateStaticText, type FeelWarning, type FeelWorld } from 'camunda-feel';
import { evaluateFeel, type FeelOptions, type FeelResult, type NoValue } from './feel.ts';
import { mergeOwn, setOwn, type Json, type JsonObject } from '@eventbridge-kit/issue';

/** One input mapping of a task as it stands in the diagram. */
export interface InputMapping {
  /** Variable path the mapping writes, for example `input.source`. */
  readonly target: string;
  /** Static text, or FEEL when it starts with `=`. */
  readonly source: string;
}

/** What one input mapping gave. */
export interface FieldResult {
  readonly target: string;
  readonly source: string;
  /** `unknown`: the preview lacks a function that the engine has; never an error. */
  readonly status: 'ok' | 'failed' | 'unknown';
  /** The value a job would carry; secrets stay as placeholders. */
  readonly value?: Json;
  /** Why it failed or is unknown, with the position in the expression. */
  readonly message?: string;
  /** Why parts of the value are null, each with its place in `source`; absent where nothing is. */
  readonly warnings?: readonly FeelWarning[];
}

interface InputsResult {
  /** What each mapping gave, in the order of the mappings. */
  readonly fields: FieldResult[];
  /** The local variables that the mappings made: what the job sees on top of the process variables. */
  readonly local: JsonObject;
}

/** The mappings as the engine sees them: one nested context, each key at the place where it was written first. */
type Tree = Map<string, Tree | number>;

/**
 * Runs the input mappings of a task as the engine does. The engine joins them to one FEEL context: `a.b` and `a.c` make
 * one entry `a`. An expression sees the process variables and the entries before its own, those of its own level by
 * their short name; the entry that it stands in is not there yet. A later mapping of the same target replaces an
 * earlier one. Text without `=` is a string, in which the engine reads FEEL's escapes such as `\n`.
 */
export function evaluateInputs(
  inputs: readonly InputMapping[],
  variables: JsonObject,
  world: FeelWorld,
  options: FeelOptions = {},
): InputsResult {
  const unresolved = new Set<string>();
  const fields: FieldResult[] = inputs.map(({ target, source }) => ({
    target,
    source,
    status: 'ok',
    message: 'Not used: a later mapping writes the same variable.',
  }));

  const evaluateEntries = (tree: Tree, outer: JsonObject): JsonObject => {
    const made: JsonObject = {};
    for (const [key, entry] of tree) {
      const scope = mergeOwn(outer, made);
      if (typeof entry !== 'number') {
        setOwn(made, key, evaluateEntries(entry, scope));
        continue;
      }
      const mapping = inputs[entry];
      if (mapping === undefined) continue;
      const field = evaluateField(mapping, unresolved, (source) => evaluateFeel(source, scope, world, options));
      fields[entry] = field;
      if (field.value === undefined) unresolved.add(key);
      else {
        unresolved.delete(key);
        setOwn(made, key, field.value);
      }
    }
    return made;
  };

  return { local: evaluateEntries(buildTree(inputs), variables), fields };
}

const COMMENT_AT_THE_END =
  'A comment at the end hides the rest of the mappings from the engine: write it as /* comment */, or a line break behind it.';

function evaluateField(
  { target, source }: InputMapping,
  unresolved: ReadonlySet<string>,
  evaluate: (source: string) => FeelResult,
): FieldResult {
  const field = { target, source };
  // Engine 8.8 makes null of it; 8.6 refuses to deploy the diagram.
  if (source === '') return { ...field, status: 'ok', value: null };
  if (!source.startsWith('=') || source === '=') {
    const text = evaluateStaticText(source);
    return text.status === 'ok'
      ? { ...field, status: 'ok', value: text.value }
      : { ...field, status: 'failed', message: text.message };
  }
  if (commentAtEnd(source.slice(1)) !== undefined) return { ...field, status: 'failed', message: COMMENT_AT_THE_END };
  const missing = [...unresolved].find((name) => source.includes(name));
  if (missing !== undefined) {
    return { ...field, status: 'unknown', message: `Not known: it may use ${missing}, which has no value here.` };
  }
  const result = evaluate(source);
  if (result.status === 'ok') {
    const { value, warnings } = result;
    return { ...field, status: 'ok', value, ...(warnings.length > 0 && { warnings }) };
  }
  // What this evaluation cannot do says nothing of the engine.
  const status = result.status === 'failed' ? 'failed' : 'unknown';
  return { ...field, status, message: withPlace(result) };
}

function withPlace(result: NoValue): string {
  const position = result.status === 'failed' ? result.position : undefined;
  return position === undefined ? result.message : `${result.message} (at character ${position.from + 1})`;
}

function buildTree(inputs: readonly InputMapping[]): Tree {
  const root: Tree = new Map();
  inputs.forEach(({ target }, index) => {
    const path = target.split('.');
    let tree = root;
    for (const key of path.slice(0, -1)) {
      const entry = tree.get(key);
      const next = entry instanceof Map ? entry : new Map<string, Tree | number>();
      tree.set(key, next);
      tree = next;
    }
    tree.set(path.at(-1) ?? '', index);
  });
  return root;
}
