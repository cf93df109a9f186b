/**
 * A Camunda engine for trying things out: `npm run engine [-- --port NUMBER --records]`. It is the in-memory engine of the
 * tests: fetched once, up in seconds, and it keeps nothing. It ends with Ctrl-C, or when its standard input does.
 *
 * With `--records` each thing that the engine does is a line of its own, `record ` and JSON: the demo reads them.
 */
import { parseArgs } from 'node:util';
import { IN_MEMORY_NAME, startInMemoryEngine } from '@eventbridge-kit/testkit/engine/in-memory';
import { say } from '@eventbridge-kit/testkit/machine/say';

const HELP = `A Camunda engine on this machine, for trying things out. Needs Java 21 or newer and Maven.

  npm run engine [-- options]

  --port NUMBER   port of its gRPC gateway, default 26500; 0: any free one
  --records       also write what the engine does, a line each
  --help          this text

It keeps nothing and is for tests and development alone. Ctrl-C ends it.
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '26500' },
    records: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

async function main(): Promise<void> {
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    process.stderr.write(`--port is no port: found "${values.port}", write a number from 0 to 65535.\n`);
    process.exitCode = 2;
    return;
  }
  const engine = await startInMemoryEngine({
    ...(port !== 0 && { port }),
    ...(values.records && { onRecord: (record) => say(`record ${JSON.stringify(record)}`) }),
  });
  say(`${IN_MEMORY_NAME} at grpc://${engine.grpcAddress}`);
  const end = (): void => {
    void engine.close().then(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  // A program that started it may be gone without a word.
  process.stdin.once('end', end).resume();
}

if (values.help) process.stdout.write(HELP);
else await main();
