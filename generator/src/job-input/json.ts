/** A JSON value: what a process variable can hold. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object: the variables of a job, a FEEL context. */
export interface JsonObject {
  [key: string]: Json;
}

/** True for a JSON object; false for null, lists and plain values. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member's own value; undefined where the object has no such member itself (`constructor`, `__proto__`). */
export function ownMember(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The value of JSON text; undefined where the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse gives JSON, which its `any` does not say
  } catch {
    return undefined;
  }
}
