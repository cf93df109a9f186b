import { thrownText } from '@eventbridge-kit/issue';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TemplateSpec } from '../definition/template.ts';
import { type Place } from './problem.ts';

/** A definition that a file exports. */
export interface LoadedDefinition {
  readonly exportName: string;
  readonly template: TemplateSpec;
}

/** The definitions among the exports of a module, each once; throws what the module throws. */
export async function loadDefinitions(path: string): Promise<LoadedDefinition[]> {
  // A module's exports are whatever its author wrote.
  const module = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  const seen = new Set<unknown>();
  return Object.entries(module).flatMap(([exportName, value]) => {
    if (!isDefinition(value) || seen.has(value)) return [];
    seen.add(value);
    return [{ exportName, template: value }];
  });
}

/** True for what is meant to be a definition; whether it is a right one, the lint rules say. */
function isDefinition(value: unknown): value is TemplateSpec {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    ('appliesTo' in value || ('name' in value && 'properties' in value))
  );
}

/** Why a module could not be loaded, and where, as far as the error tells. */
export function loadFailure(thrown: unknown, shown: (path: string) => string): { message: string; place?: Place } {
  const message = thrownText(thrown);
  // what cannot be parsed: path:line:column: ERROR: message
  const [, source, row, offset, words] = /^(.+?):(\d+):(\d+): ERROR: (.+)$/m.exec(message) ?? [];
  if (source !== undefined && words !== undefined) {
    return { message: words, place: { file: shown(source), line: Number(row), column: Number(offset) + 1 } };
  }
  const frame = thrown instanceof Error ? frameOf(thrown.stack ?? '') : undefined;
  return frame === undefined ? { message } : { message, place: { ...frame, file: shown(frame.file) } };
}

/** A frame of a stack: `at name (file:line:column)` or without a name. */
const FRAME = /^\s+at (?:.*\()?((?:file:\/\/)?\/[^()]+|[A-Za-z]:\\[^()]+):(\d+):(\d+)\)?$/;

/** The innermost line of the author's own code. */
function frameOf(stack: string): { file: string; line: number; column: number } | undefined {
  for (const line of stack.split('\n')) {
    const [, url, row, column] = FRAME.exec(line) ?? [];
    if (url === undefined || url.includes('node_modules')) continue;
    const path = url.replace(/\?.*$/, '');
    const file = path.startsWith('file:') ? fileURLToPath(path) : path;
    return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}
