import type { Format } from './format.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const FORMAT_NAMES = ['text', 'json', 'sarif', 'github'] as const;

/** Every format by the name that `--format` takes. */
export const FORMATS: Readonly<Record<(typeof FORMAT_NAMES)[number], Format>> = { text, json, sarif, github };
