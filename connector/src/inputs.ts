import { evaluateFeel } from './feel/evaluate.ts';
import type { FeelWorld } from './feel/world.ts';
import type { Json, JsonObject } from './json.ts';
import { getOwn, isJsonObject, mergeOwn, setOwn } from './own.ts';
import type { FieldResult, InputMapping } from './trace.ts';

export interface InputsResult {
  /** What each mapping gave, in the order of the mappings. */
  readonly fields: FieldResult[];
  /** The local variables that the mappings made: what the job sees on top of the process variables. */
  readonly local: JsonObject;
}

/** Runs the input mappings of a task as the engine does: in order, each seeing what the earlier ones made. */
export function evaluateInputs(inputs: readonly InputMapping[], variables: JsonObject, world: FeelWorld): InputsResult {
  const fields: FieldResult[] = [];
  const local: JsonObject = {};
  for (const { target, source } of inputs) {
    if (!source.startsWith('=')) {
      setPath(local, target.split('.'), source);
      fields.push({ target, source, status: 'ok', value: source });
      continue;
    }
    const result = evaluateFeel(source, mergeOwn(variables, local), world);
    if (result.status !== 'ok') {
      fields.push({ target, source, status: result.status, message: result.message });
      continue;
    }
    setPath(local, target.split('.'), result.value);
    const note = result.warnings.length > 0 ? { message: result.warnings.join('\n') } : {};
    fields.push({ target, source, status: 'ok', value: result.value, ...note });
  }
  return { fields, local };
}

function setPath(root: JsonObject, path: readonly string[], value: Json): void {
  let object = root;
  for (const key of path.slice(0, -1)) {
    const child = getOwn(object, key);
    const next = isJsonObject(child) ? child : {};
    setOwn(object, key, next);
    object = next;
  }
  setOwn(object, path.at(-1) ?? '', value);
}
