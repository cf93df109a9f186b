/** One line for the person who started the script. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** How often a long step says that it is still at work. */
const PROGRESS_MS = 10_000;

/** Runs a step that may take long: says what it does, that it still does it, and how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const seconds = (): string => `${String(Math.round((performance.now() - start) / 1000))} s`;
  say(`${what} ...`);
  const timer = setInterval(() => say(`  still at it: ${what} (${seconds()})`), PROGRESS_MS);
  try {
    const result = await work();
    say(`  done in ${seconds()}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/** A tool of the machine that was neither found nor could be installed; the message says what to do. */
export class ToolMissing extends Error {
  override name = 'ToolMissing';
}
