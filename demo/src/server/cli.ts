import { thrownText } from '@eventbridge-kit/issue';
import { EXIT, processPort, startProgram } from '@eventbridge-kit/node-kit/options';
import { startDemo } from './index.ts';
import { openBrowser } from './open-browser.ts';
import { PROGRAM } from './options.ts';

/** Runs the command line until Ctrl-C. */
export async function main(args: readonly string[]): Promise<void> {
  const started = startProgram(PROGRAM, { ...processPort(import.meta.url), args });
  if (!started.run) {
    process.exitCode = started.exitCode;
    return;
  }
  const wanted = started.options;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const starting = startDemo({
    ...wanted,
    say,
    onAddress: ({ url, port, notice }) => {
      if (wanted.port !== 0 && port !== wanted.port) say(`Port ${wanted.port} is in use: the page is on ${port}.`);
      say(url);
      say(`${notice} Ctrl-C stops everything.`);
      if (wanted.open) openBrowser(url);
    },
  });
  // Before a word of it is printed: who reads it may press Ctrl-C at once.
  const stop = (): void => {
    void starting.then((demo) => demo.close()).finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await starting;
  } catch (error) {
    process.stderr.write(`The demo cannot start. ${thrownText(error)}\n`);
    process.exit(EXIT.failed);
  }
}
