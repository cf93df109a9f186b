import { processPort } from '@eventbridge-kit/node-kit/options';
import { constants } from 'node:os';
import { main } from './cli/main.ts';

// Its warning about the version of Node is several lines of plain text between the log's; the README says it instead.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';

const endRequested = new Promise<string>((resolve) => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      resolve(signal);
      // Whoever asks twice does not want to wait. The code is the one that shells give for a process ended by the signal.
      process.once(signal, () => process.exit(128 + constants.signals[signal]));
    });
  }
});

process.exitCode = await main({
  ...processPort(import.meta.url),
  isTerminal: process.stdout.isTTY,
  endRequested,
});
// Signal handlers keep no process alive, and nothing else is left to do.
process.exit();
