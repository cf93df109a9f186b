import type { Format } from './format.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

/** Every format by the name that `--format` takes. */
export const FORMATS: Readonly<Record<string, Format>> = { text, json, sarif };
