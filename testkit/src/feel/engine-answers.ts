import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Json, JsonObject } from '@eventbridge-kit/issue';

/** What is asked of the engine's library, and of ours: an expression, a decision table's cell, or static text. */
export type Question =
  { readonly feel: string } | { readonly tests: string; readonly input: Json } | { readonly text: string };

/** What the library makes of it: a value and why parts of it are null, or the way in which it ends. */
export type Answer =
  | { readonly value: Json; readonly warnings?: readonly string[] }
  /** It cannot be read, or it cannot be evaluated. */
  | { readonly end: 'refused' | 'incident' };

/** All that is recorded. */
export interface EngineAnswers {
  readonly variables: JsonObject;
  /** The moment of the library's clock as ISO 8601 in UTC, and the name of its zone. */
  readonly now: string;
  readonly zone: string;
  readonly lines: readonly (Question & Answer)[];
}

/** The recording: a head, then a line for each question. `npm run test:engine -- feel-oracle -u` answers them anew. */
export const ANSWERS_FILE = fileURLToPath(new URL('engine-answers.jsonl', import.meta.url));

export function readAnswers(): EngineAnswers {
  const [head = '', ...lines] = readFileSync(ANSWERS_FILE, 'utf8').trim().split('\n');
  // Written by this module's other half.
  return {
    ...(JSON.parse(head) as Omit<EngineAnswers, 'lines'>),
    lines: lines.map((line) => JSON.parse(line) as never),
  };
}

export function answersText({ lines, ...head }: EngineAnswers): string {
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Kinds whose message names what was looked for. */
const NAMED = /^NO_(?:VARIABLE|CONTEXT_ENTRY|PROPERTY|FUNCTION)_FOUND$/;

/** What of warnings both sides must say: each kind once, with the name that was looked for. They have no place in the engine. */
export function explained(warnings: readonly { readonly kind: string; readonly message: string }[]): readonly string[] {
  const keys = warnings.map(({ kind, message }) => {
    const name = NAMED.test(kind) ? /'([^']*)'/.exec(message)?.[1] : undefined;
    return name === undefined ? kind : `${kind} ${name}`;
  });
  return [...new Set(keys)].toSorted();
}

/** An input mapping's text without `=` as the engine gives it to its library. */
export function asFeel(question: Question): string | { readonly tests: string; readonly input: Json } {
  if ('feel' in question) return question.feel;
  return 'text' in question ? `"${question.text.replaceAll('"', '\\"')}"` : question;
}
