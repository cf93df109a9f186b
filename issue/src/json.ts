/** A JSON value: what a process variable can hold. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object: the variables of a process, a FEEL context, an event's detail. */
export interface JsonObject {
  [key: string]: Json;
}

/** Sets an own property whatever its name is: `__proto__` becomes a plain key and reaches no prototype. */
export function setOwn(object: JsonObject, key: string, value: Json): void {
  // Defining a property costs many times an assignment, and only this name needs it.
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}

/** The object's own value under a key; nothing inherited is ever seen. */
export function getOwn(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A new object with the entries of all, later ones first. */
export function mergeOwn(...objects: readonly JsonObject[]): JsonObject {
  const merged: JsonObject = {};
  for (const object of objects) for (const key of Object.keys(object)) setOwn(merged, key, object[key] as Json);
  return merged;
}

/** The value of JSON text; undefined where the text is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse gives JSON, which its `any` does not say
  } catch {
    return undefined;
  }
}

/** The object that JSON text spells; undefined where it spells none. */
export function parseJsonObject(text: string): JsonObject | undefined {
  const value = parseJson(text);
  return isJsonObject(value) ? value : undefined;
}

/** True for a JSON object; false for null, lists and plain values. What it is asked of must come from JSON. */
export function isJsonObject(value: unknown): value is JsonObject {
  return isRecord(value);
}

/** True for an object that is no list, whatever its values are. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
