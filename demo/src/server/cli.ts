import { thrownText } from '@eventbridge-kit/issue';
import { EXIT, processPort, startProgram } from '@eventbridge-kit/node-kit/options';
import { startDemo, type Demo } from './index.ts';
import { PROGRAM } from './options.ts';

/** Runs the command line until Ctrl-C. */
export async function main(args: readonly string[]): Promise<void> {
  const started = startProgram(PROGRAM, { ...processPort(import.meta.url), args });
  if (!started.run) {
    process.exitCode = started.exitCode;
    return;
  }
  const wanted = started.options;
  let demo: Demo;
  try {
    demo = await startDemo({ ...wanted, say: (line) => process.stdout.write(`${line}\n`) });
  } catch (error) {
    process.stderr.write(`The demo cannot start. ${thrownText(error)}\n`);
    process.exitCode = EXIT.failed;
    return;
  }
  // Before a word of it is printed: who reads it may press Ctrl-C at once.
  const stop = (): void => {
    void demo.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const moved = wanted.port !== 0 && demo.port !== wanted.port;
  process.stdout.write(
    [
      ...(moved ? [`Port ${wanted.port} is in use: the page is on ${demo.port}.`] : []),
      demo.url,
      `${demo.notice} Ctrl-C stops everything.`,
      '',
    ].join('\n'),
  );
  if (wanted.open) demo.openBrowser();
}
