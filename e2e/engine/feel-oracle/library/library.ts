import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';
import { installFeel, launcherIn, type Launcher } from '@eventbridge-kit/testkit/machine/fetched';
import { EngineProcess } from '@eventbridge-kit/testkit/engine/engine-process';
import type { EngineValue } from '../recording.ts';

/** The source that starts the library. */
export function feelLauncher(): Launcher {
  return launcherIn(fileURLToPath(new URL('Feel.java', import.meta.url)));
}

/** The library's answer: what an engine would store, and why it failed or gave null. */
export type LibraryAnswer = EngineValue & { readonly message?: string; readonly warnings?: readonly LibraryWarning[] };

/** A failure that the library went on with: it has no place. */
export interface LibraryWarning {
  readonly kind: string;
  readonly message: string;
}

export interface FeelLibraryOptions {
  /** What every expression sees. */
  readonly variables: JsonObject;
  /** The moment of the library's clock, as ISO 8601 in UTC, and the IANA name of its zone, or `Z`. */
  readonly now: string;
  readonly zone: string;
}

/** A decision table's cell, and the value that is held against it. */
export interface UnaryTests {
  readonly tests: string;
  readonly input: Json;
}

/** Camunda's own FEEL library in a process of its own. */
export interface FeelLibrary {
  /** Evaluates expressions or unary tests, in order, each in the same context. */
  evaluate(questions: readonly (string | UnaryTests)[]): Promise<LibraryAnswer[]>;
  close(): Promise<void>;
}

const RESULT = 'feel result ';

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** Starts the library; fetches it the first time. */
export async function startFeelLibrary({ variables, now, zone }: FeelLibraryOptions): Promise<FeelLibrary> {
  const installed = await installFeel(feelLauncher());
  const waiting: ((line: string) => void)[] = [];
  const library = new EngineProcess((line) => {
    if (line.startsWith(RESULT)) waiting.shift()?.(line.slice(RESULT.length));
  });
  const memory = ['-Xms64m', '-Xmx512m', '-Xss8m'];
  const program = ['-classpath', installed.classPath, installed.mainClass, now, zone, encode(feelText(variables))];
  library.start({ command: installed.java.command, args: [...memory, ...program], env: { JAVA_TOOL_OPTIONS: '' } });
  try {
    await library.nextLine('feel ready');
  } catch (error) {
    await library.close();
    throw error;
  }
  return {
    evaluate: async (questions) => {
      const lines = questions.map(() => new Promise<string>((resolve) => waiting.push(resolve)));
      library.write(questions.map((question) => `${lineOf(question)}\n`).join(''));
      const ended = library.ended.then((why) => {
        throw library.failure(`the FEEL library ended (${why})`);
      });
      // The launcher's own JSON.
      return (await Promise.race([Promise.all(lines), ended])).map((line) => JSON.parse(line) as LibraryAnswer);
    },
    close: () => library.close(),
  };
}

function lineOf(question: string | UnaryTests): string {
  if (typeof question === 'string') return encode(question);
  return `${encode(question.tests)} ${encode(feelText(question.input))}`;
}

/** A JSON value as a FEEL literal. */
function feelText(value: Json): string {
  if (typeof value === 'string') return feelString(value);
  if (Array.isArray(value)) return `[${value.map(feelText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, inner]) => `${feelString(key)}: ${feelText(inner)}`);
  return `{${entries.join(', ')}}`;
}

/** FEEL knows these escapes; other signs stand as they are. */
function feelString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`;
}
