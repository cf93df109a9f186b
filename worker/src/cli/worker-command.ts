import { thrownText } from '@eventbridge-kit/issue';
import { SEND_EVENT_JOB_TYPE } from '@eventbridge-kit/templates';
import type { CamundaConnection } from '../camunda/job-port.ts';
import { probeAhead } from '../camunda/probe-ahead.ts';
import type { Worker } from '../create-worker.ts';
import { keepHeapSmall, tuneCollector } from '../world/tune-collector.ts';
import { startHealthServer, type HealthServer } from '../health/health-server.ts';
import { proxyProblem } from '../network/proxy.ts';
import { environmentSecrets } from '../secrets/environment.ts';
import type { Metrics, MetricsOptions } from '../metrics/metrics.ts';
import type { Log } from '../world/log.ts';
import { camundaAuth } from './camunda-auth.ts';
import { readCertificates } from './certificates.ts';
import { findingsText, type Finding } from './check/finding.ts';
import { helpText } from './help.ts';
import { createLogger } from './logger.ts';
import { idleVariables } from './idle-variables.ts';
import type { SettingsOf } from './option.ts';
import { WORKER_OPTIONS } from './options.ts';
import { EXIT, refuseUsage, type ExitCode, type Program } from './program.ts';
import { readSettings } from './read-settings.ts';

type Settings = SettingsOf<typeof WORKER_OPTIONS>;

const CHECK_FLAG = '--check';

/** The help of `camunda-eventbridge-worker`. */
export function workerHelp(): string {
  return helpText({
    usage: [
      'camunda-eventbridge-worker [options]',
      `camunda-eventbridge-worker ${CHECK_FLAG} [options]`,
      'camunda-eventbridge-worker test-send [options]',
    ],
    introduction: [
      'Works on the jobs of "Send event to Amazon EventBridge" tasks of a Camunda 8 cluster.',
      'Talks gRPC with Camunda 8.6 or newer, or REST with 8.8 or newer (--protocol). Run in tests: gRPC on the in-memory engine 8.8.21 at each change, and on broker 8.6.0 until 28 November 2026; REST on a scripted gateway only, each exchange checked by the OpenAPI document of Camunda 8.8.',
      'AWS credentials come from the task, or from the environment by the rules of the AWS SDK (AWS_PROFILE and so on).',
      `${CHECK_FLAG} says whether Camunda answers and whose AWS credentials the environment has, then ends with 0 or 1.`,
      'test-send is a service on this machine that runs one task for a modeler; see test-send --help.',
    ].join('\n'),
    table: WORKER_OPTIONS,
  });
}

/** `camunda-eventbridge-worker`: works until it is asked to end. */
export async function workerCommand(program: Program): Promise<ExitCode> {
  const args = program.args.filter((arg) => arg !== CHECK_FLAG);
  const read = readSettings(WORKER_OPTIONS, { ...program, args, ownFlags: [CHECK_FLAG.slice(2)] });
  if (!read.ok) return refuseUsage(program, read.messages);
  const proxy = proxyProblem(program.env);
  if (read.help) program.out(workerHelp());
  else if (read.version) program.out(`${program.version}\n`);
  else if (proxy !== undefined) return refuseUsage(program, [proxy]);
  else if (args.length < program.args.length) return check(read.settings, program);
  else return run(read.settings, program);
  return EXIT.ok;
}

async function check(settings: Settings, program: Program): Promise<ExitCode> {
  const certificates = readCertificates(settings);
  if (!certificates.ok) return refuseUsage(program, [certificates.message]);
  const { runChecks } = await import('./check/run-checks.ts');
  const findings = await runChecks({
    ...settings,
    auth: camundaAuth(settings),
    tls: certificates.tls,
    env: program.env,
    stsEndpoint: settings.stsEndpoint,
    timeoutMs: settings.awsRequestTimeoutMs ?? 10_000,
  });
  const notes = idleVariables(program.env).map((text): Finding => ({ name: 'Environment', status: 'note', text }));
  program.out(findingsText([...findings, ...notes]));
  return findings.some(({ status }) => status === 'failed') ? EXIT.failed : EXIT.ok;
}

async function run(settings: Settings, program: Program): Promise<ExitCode> {
  tuneCollector();
  keepHeapSmall();
  const certificates = readCertificates(settings);
  if (!certificates.ok) return refuseUsage(program, [certificates.message]);
  const log = await createLogger(settings, program.isTerminal);
  for (const message of idleVariables(program.env)) log.warn({}, message);
  if (!(await mayStart(program, log))) return EXIT.failed;
  const auth = camundaAuth(settings);
  const { tls } = certificates;
  // Loaded here, so that --help need not wait for the libraries; and so that Camunda answers while the AWS SDK loads.
  const { connectCamunda } = await import('../camunda/connect.ts');
  let connection: CamundaConnection;
  try {
    connection = probeAhead(connectCamunda({ ...settings, auth, tls }));
  } catch (error) {
    // Addresses that do not fit each other show here.
    if (error instanceof TypeError) return refuseUsage(program, [error.message]);
    throw error;
  }
  const { createWorker } = await import('../create-worker.ts');
  const jobTypes = settings.jobTypes ?? [SEND_EVENT_JOB_TYPE];
  const metrics = await startMetrics(settings, { version: program.version, jobTypes });
  const worker = createWorker({
    ...settings,
    ...(metrics && { onJobEnd: metrics.onJobEnd, awsObserver: metrics.awsObserver }),
    connection,
    secrets: environmentSecrets(program.env, settings.secretPrefix),
    log,
  });
  const health = await startHealth(settings, { worker, metrics, log });
  if (health === 'failed') {
    await connection.close();
    return EXIT.failed;
  }
  log.info({ version: program.version, jobTypes }, `Working on jobs of type ${jobTypes.join(', ')}`);
  worker.start();
  const signal = await program.endRequested;
  log.info(
    { signal, activeJobs: worker.activeJobs },
    `Ending on ${signal}: running jobs are finished, no new ones taken`,
  );
  await worker.stop();
  await health?.stop();
  log.info({ ...worker.counts }, 'Ended');
  return EXIT.ok;
}

/** A wrong set-up fails at once, not with the first job. Where nothing names credentials, tasks bring their own. */
async function mayStart({ env, err }: Program, log: Log): Promise<boolean> {
  const { chainProblem, namingSetting, resolveDefaultChain } = await import('../aws/default-chain.ts');
  if (namingSetting(env) === undefined) return true;
  const chain = await resolveDefaultChain(env);
  if (chain.status !== 'failed') return true;
  if (chain.passing) log.warn({ error: chain.error }, `${chainProblem(chain)} Tried again with the first job.`);
  else err(`The worker cannot start: ${chainProblem(chain)} Correct it, or take it out of the environment.\n`);
  return chain.passing;
}

/** Metrics where there is a port to read them at. */
async function startMetrics({ healthPort }: Settings, options: MetricsOptions): Promise<Metrics | undefined> {
  if (healthPort === undefined) return undefined;
  const { createMetrics } = await import('../metrics/metrics.ts');
  return createMetrics(options);
}

interface HealthDeps {
  readonly worker: Worker;
  readonly metrics: Metrics | undefined;
  readonly log: Log;
}

async function startHealth(
  { healthPort, healthHost = '127.0.0.1' }: Settings,
  { worker, metrics, log }: HealthDeps,
): Promise<HealthServer | 'failed' | undefined> {
  if (healthPort === undefined) return undefined;
  try {
    return await startHealthServer({
      port: healthPort,
      host: healthHost,
      health: () => ({ ready: worker.ready, state: worker.state, activeJobs: worker.activeJobs }),
      ...(metrics && { metrics: { contentType: metrics.contentType, text: () => metrics.text(worker) } }),
    });
  } catch (error) {
    const reason = thrownText(error);
    log.error({ healthHost, healthPort }, `The health server cannot start: ${reason}. Choose another --health-port.`);
    return 'failed';
  }
}
