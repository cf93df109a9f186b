import type { Json } from '@eventbridge-kit/issue';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FEEL_VERSION, IN_MEMORY_VERSION } from '@eventbridge-kit/testkit/machine/fetched';
import { IN_MEMORY_NAME } from '@eventbridge-kit/testkit/engine/in-memory';

/** What an engine made of an input mapping: a value, no deployment, or an incident. */
export type EngineValue =
  { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'refused' } | { readonly kind: 'incident' };

/** Values of an engine by expression. */
export type Recording = Readonly<Record<string, EngineValue>>;

/** The library of the engine, alone: it knows no input mapping, no static text and no functions of the engine's own. */
export const LIBRARY_NAME = `feel-engine ${FEEL_VERSION}`;

/** An engine that was run until November 2026, and that no test starts any more. */
const BEFORE = 'broker 8.6.0';

/**
 * Where each engine's values are kept, so that they can be compared without one; the oldest first, and last the one
 * that decides. `npm run test:engine` proves that they are what the others give.
 */
const FILES: Readonly<Record<string, string>> = {
  [BEFORE]: 'broker-8.6.0.json',
  [LIBRARY_NAME]: `feel-engine-${FEEL_VERSION}.json`,
  [IN_MEMORY_NAME]: `in-memory-${IN_MEMORY_VERSION}.json`,
};

export const RECORDED_ENGINES: readonly string[] = Object.keys(FILES);

export function recordingFile(engineName: string): string {
  const file = FILES[engineName];
  if (file === undefined) throw new Error(`there is no recording of ${engineName}`);
  return fileURLToPath(new URL(`recorded/${file}`, import.meta.url));
}

export function readRecording(engineName: string): Recording {
  // Written by this module's other half, `recordingText`.
  return JSON.parse(readFileSync(recordingFile(engineName), 'utf8')) as Recording;
}

/** One expression a line, so that a change shows as what it is. */
export function recordingText(recording: Recording): string {
  const lines = Object.entries(recording).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}
