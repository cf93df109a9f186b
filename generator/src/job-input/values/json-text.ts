import type { Json } from '../json.ts';

/** The value of JSON text; undefined where the text is not JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // JSON.parse gives JSON, which its `any` does not say
  } catch {
    return undefined;
  }
}
