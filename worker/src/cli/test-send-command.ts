import { thrownText } from '@eventbridge-kit/issue';
import {
  EXIT,
  refuseUsage,
  startProgram,
  type ExitCode,
  type OptionsOf,
  type Program,
} from '@eventbridge-kit/node-kit/options';
import { proxyProblem } from '../network/proxy.ts';
import { environmentSecrets } from '../secrets/environment.ts';
import { NO_ADDRESS } from '../test-send/origins.ts';
import { createLogger } from './logger.ts';
import { TEST_SEND_COMMAND_OPTIONS } from './options.ts';
import type { WorkerProcess } from './worker-process.ts';

type Options = OptionsOf<typeof TEST_SEND_COMMAND_OPTIONS>;

const PROGRAM: Program<typeof TEST_SEND_COMMAND_OPTIONS> = {
  name: 'camunda-eventbridge-worker test-send',
  introduction: [
    'A service on 127.0.0.1 that runs one task as the worker would, and tells what each step gave. POST a task with sample variables as JSON, with the header "Authorization: Bearer TOKEN". With "dryRun": true nothing is sent.',
  ].join('\n'),
  options: TEST_SEND_COMMAND_OPTIONS,
};

/** `camunda-eventbridge-worker test-send`: serves until it is asked to end. */
export async function testSendCommand(process: WorkerProcess): Promise<ExitCode> {
  const started = startProgram(PROGRAM, process);
  if (!started.run) return started.exitCode;
  const { options } = started;
  const proxy = proxyProblem(process.env);
  if (proxy !== undefined) return refuseUsage(PROGRAM, process, [proxy]);
  if (servesNoAddress(options) && options.token !== undefined) {
    return refuseUsage(PROGRAM, process, [
      '--allowed-origins null goes with a random token alone: found CAMUNDA_EVENTBRIDGE_TEST_SEND_TOKEN. Unset it, and a random token is printed.',
    ]);
  }
  return serve(options, process);
}

function servesNoAddress({ allowedOrigins }: Options): boolean {
  return allowedOrigins.includes(NO_ADDRESS);
}

const NO_ADDRESS_RISK =
  'Pages without an address may call: files of this machine, and sandboxed frames of any web page. The token alone keeps them out.\n';

async function serve(options: Options, process: WorkerProcess): Promise<ExitCode> {
  // Loaded here, so that --help need not wait for the AWS SDK.
  const { startTestSendService } = await import('../test-send/service.ts');
  try {
    const service = await startTestSendService({
      ...options,
      secrets: environmentSecrets(process.env, options.secretPrefix),
      log: await createLogger(options, process.isTerminal),
    });
    process.out(`Test send: ${service.url}\nToken:     ${service.token}\n`);
    if (servesNoAddress(options)) process.out(NO_ADDRESS_RISK);
    await process.endRequested;
    await service.stop();
    return EXIT.ok;
  } catch (error) {
    const reason = thrownText(error);
    process.err(`The test-send service cannot start: ${reason}. Choose another --port.\n`);
    return EXIT.failed;
  }
}
