import { thrownText } from '@eventbridge-kit/issue';
import { proxyProblem } from '../network/proxy.ts';
import { environmentSecrets } from '../secrets/environment.ts';
import { NO_ADDRESS } from '../test-send/origins.ts';
import { helpText } from './help.ts';
import { createLogger } from './logger.ts';
import type { SettingsOf } from './option.ts';
import { TEST_SEND_OPTIONS } from './options.ts';
import { EXIT, refuseUsage, type ExitCode, type Program } from './program.ts';
import { readSettings } from './read-settings.ts';

/** The help of `camunda-eventbridge-worker test-send`. */
export function testSendHelp(): string {
  return helpText({
    usage: ['camunda-eventbridge-worker test-send [options]'],
    introduction: [
      'A service on 127.0.0.1 that runs one task as the worker would, and tells what each step gave. POST a task with',
      'sample variables as JSON, with the header "Authorization: Bearer TOKEN". With "dryRun": true nothing is sent.',
    ].join('\n'),
    table: TEST_SEND_OPTIONS,
  });
}

/** `camunda-eventbridge-worker test-send`: serves until it is asked to end. */
export async function testSendCommand(program: Program): Promise<ExitCode> {
  const read = readSettings(TEST_SEND_OPTIONS, program);
  if (!read.ok) return refuseUsage(program, read.messages);
  const proxy = proxyProblem(program.env);
  if (read.help) program.out(testSendHelp());
  else if (read.version) program.out(`${program.version}\n`);
  else if (proxy !== undefined) return refuseUsage(program, [proxy]);
  else if (servesNoAddress(read.settings) && read.settings.token !== undefined) {
    return refuseUsage(program, [
      '--allowed-origins null goes with a random token alone: found CAMUNDA_EVENTBRIDGE_TEST_SEND_TOKEN. Unset it, and a random token is printed.',
    ]);
  } else return run(read.settings, program);
  return EXIT.ok;
}

function servesNoAddress({ allowedOrigins = [] }: SettingsOf<typeof TEST_SEND_OPTIONS>): boolean {
  return allowedOrigins.includes(NO_ADDRESS);
}

const NO_ADDRESS_RISK =
  'Pages without an address may call: files of this machine, and sandboxed frames of any web page. The token alone keeps them out.\n';

async function run(settings: SettingsOf<typeof TEST_SEND_OPTIONS>, program: Program): Promise<ExitCode> {
  // Loaded here, so that --help need not wait for the AWS SDK.
  const { startTestSendService } = await import('../test-send/service.ts');
  try {
    const service = await startTestSendService({
      ...settings,
      secrets: environmentSecrets(program.env, settings.secretPrefix),
      log: await createLogger(settings, program.isTerminal),
    });
    program.out(`Test send: ${service.url}\nToken:     ${service.token}\n`);
    if (servesNoAddress(settings)) program.out(NO_ADDRESS_RISK);
    await program.endRequested;
    await service.stop();
    return EXIT.ok;
  } catch (error) {
    const reason = thrownText(error);
    program.err(`The test-send service cannot start: ${reason}. Choose another --port.\n`);
    return EXIT.failed;
  }
}
