import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installRuler, launcherIn } from '@eventbridge-kit/testkit/machine/fetched';

/** A pattern and an event, both as JSON text. */
export interface PatternCase {
  readonly pattern: string;
  readonly event: string;
}

/** Whether the event matches, or why the pattern is none. */
export type PatternAnswer = 'true' | 'false' | 'refused' | 'complex';

/** What AWS's own matcher answers to each case; fetches it the first time. `tooComplex` as in `wildcard-complexity.ts`. */
export async function askRuler(cases: readonly PatternCase[], tooComplex: number): Promise<PatternAnswer[]> {
  const { java, classPath, mainClass } = await installRuler(
    launcherIn(fileURLToPath(new URL('Ruler.java', import.meta.url))),
  );
  const ruler = spawn(java.command, ['-Xmx512m', '-cp', classPath, mainClass, String(tooComplex)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, JAVA_TOOL_OPTIONS: '' },
  });
  let answers = '';
  ruler.stdout.setEncoding('utf8').on('data', (text: string) => (answers += text));
  const ended = new Promise<void>((resolve, reject) => {
    ruler.once('error', reject);
    ruler.once('close', () => resolve());
  });
  ruler.stdin.end(cases.map(({ pattern, event }) => `${encode(pattern)}\t${encode(event)}\n`).join(''));
  await ended;
  const lines = answers.trim().split(/\r?\n/);
  if (lines.length !== cases.length)
    throw new Error(`AWS's matcher answered ${String(lines.length)} of ${String(cases.length)} cases.`);
  // The launcher's own words.
  return lines as PatternAnswer[];
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
