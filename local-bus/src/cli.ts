import { processPort } from '@eventbridge-kit/node-kit/options';
import { runCli } from './cli/run.ts';

process.exitCode = await runCli(process.argv.slice(2), {
  ...processPort(import.meta.url),
  // Ctrl-C, and the signal that process managers send.
  untilStopped: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    }),
});
