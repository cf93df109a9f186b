import type { Json } from '@eventbridge-kit/connector';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BROKER_VERSION, IN_MEMORY_VERSION } from '../../../scripts/engines.ts';
import { BROKER_NAME } from '../broker.ts';
import { IN_MEMORY_NAME } from '../in-memory.ts';

/** What an engine made of an input mapping: a value, no deployment, or an incident. */
export type EngineValue =
  { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'refused' } | { readonly kind: 'incident' };

/** Values of an engine by expression. */
export type Recording = Readonly<Record<string, EngineValue>>;

/**
 * Where each engine's values are kept, so that they can be compared without one; the oldest engine first. The tests on
 * real engines prove that they are what the engines give.
 */
const FILES: Readonly<Record<string, string>> = {
  [BROKER_NAME]: `broker-${BROKER_VERSION}.json`,
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
