/**
 * A Camunda engine for trying things out: `npm run engine [-- --port NUMBER --records]`. It is the in-memory engine of the
 * tests: fetched once, up in seconds, and it keeps nothing. It ends with Ctrl-C, or when its standard input does.
 *
 * With `--records` each thing that the engine does is a line of its own, `record ` and JSON: the demo reads them.
 */
import { HELP_OPTIONS, option, port, processPort, startProgram, toggle } from '@eventbridge-kit/node-kit/options';
import { IN_MEMORY_NAME, startInMemoryEngine } from '@eventbridge-kit/testkit/engine/in-memory';
import { say } from '@eventbridge-kit/testkit/machine/say';

const started = startProgram(
  {
    name: 'npm run engine --',
    introduction: 'A Camunda engine on this machine, for trying things out. Needs Java 21 or newer and Maven.',
    options: {
      port: option({
        flag: 'port',
        kind: port(0),
        description: 'Port of its gRPC gateway; 0: any free one.',
        default: 26_500,
      }),
      records: toggle({ flag: 'records', description: 'Also write what the engine does, a line each.' }),
      ...HELP_OPTIONS,
    },
    epilogue: 'It keeps nothing and is for tests and development alone. Ctrl-C ends it.',
  },
  processPort(import.meta.url),
);

async function main(wanted: number, records: boolean): Promise<void> {
  const engine = await startInMemoryEngine({
    ...(wanted !== 0 && { port: wanted }),
    ...(records && { onRecord: (record) => say(`record ${JSON.stringify(record)}`) }),
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

if (started.run) await main(started.options.port, started.options.records);
else process.exitCode = started.exitCode;
