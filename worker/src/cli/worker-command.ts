import { thrownText } from '@eventbridge-kit/issue';
import {
  EXIT,
  refuseUsage,
  startProgram,
  type ExitCode,
  type OptionsOf,
  type Program,
} from '@eventbridge-kit/node-kit/options';
import type { CamundaConnection } from '../camunda/job-port.ts';
import { probeAhead } from '../camunda/probe-ahead.ts';
import type { Worker } from '../create-worker.ts';
import { boundNewSpace, keepHeapSmall, tuneCollector } from '../runtime/tune-collector.ts';
import { startHealthServer, type HealthServer } from '../health/health-server.ts';
import { proxyProblem } from '../network/proxy.ts';
import { camundaAuth } from '../options/camunda.ts';
import { environmentSecrets } from '../secrets/environment.ts';
import type { Metrics, MetricsOptions } from '../metrics/metrics.ts';
import type { Log } from '../runtime/log.ts';
import { readCertificates } from './certificates.ts';
import { findingsText, type Finding } from './check/finding.ts';
import { createLogger } from './logger.ts';
import { idleVariables } from './idle-variables.ts';
import { WORKER_OPTIONS } from './options.ts';
import type { WorkerProcess } from './worker-process.ts';

type Options = OptionsOf<typeof WORKER_OPTIONS>;

const PROGRAM: Program<typeof WORKER_OPTIONS> = {
  name: 'camunda-eventbridge-worker',
  usage: ['[options]', '--check [options]', 'test-send [options]'],
  introduction: [
    'Works on the jobs of "Send event to Amazon EventBridge" tasks of a Camunda 8 cluster.',
    'Talks gRPC with Camunda 8.6 or newer, or REST with 8.8 or newer (--protocol). Run in tests: gRPC on the in-memory engine 8.8.21 at each change, and on broker 8.6.0 until 28 November 2026; REST on a scripted gateway only, each exchange checked by the OpenAPI document of Camunda 8.8.',
    'AWS credentials come from the task, or from the environment by the rules of the AWS SDK (AWS_PROFILE and so on).',
    'test-send is a service on this machine that runs one task for a modeler; see test-send --help.',
  ].join('\n'),
  options: WORKER_OPTIONS,
};

/** `camunda-eventbridge-worker`: works until it is asked to end. */
export async function workerCommand(process: WorkerProcess): Promise<ExitCode> {
  const started = startProgram(PROGRAM, process);
  if (!started.run) return started.exitCode;
  const { options } = started;
  const proxy = proxyProblem(process.env);
  if (proxy !== undefined) return refuseUsage(PROGRAM, process, [proxy]);
  return options.check ? check(options, process) : run(options, process);
}

async function check(options: Options, process: WorkerProcess): Promise<ExitCode> {
  const certificates = readCertificates(options);
  if (!certificates.ok) return refuseUsage(PROGRAM, process, [certificates.message]);
  const { runChecks } = await import('./check/run-checks.ts');
  const findings = await runChecks({
    ...options,
    auth: camundaAuth(options),
    tls: certificates.tls,
    env: process.env,
    stsEndpoint: options.stsEndpoint,
    timeoutMs: options.awsRequestTimeoutMs,
  });
  const notes = idleVariables(process.env).map((text): Finding => ({ name: 'Environment', status: 'note', text }));
  process.out(findingsText([...findings, ...notes]));
  return findings.some(({ status }) => status === 'failed') ? EXIT.failed : EXIT.ok;
}

async function run(options: Options, process: WorkerProcess): Promise<ExitCode> {
  tuneCollector();
  keepHeapSmall();
  const certificates = readCertificates(options);
  if (!certificates.ok) return refuseUsage(PROGRAM, process, [certificates.message]);
  const log = await createLogger(options, process.isTerminal);
  for (const message of idleVariables(process.env)) log.warn({}, message);
  if (!(await mayStart(process, log))) return EXIT.failed;
  const auth = camundaAuth(options);
  const { tls } = certificates;
  // Loaded here, so that --help need not wait for the libraries; and so that Camunda answers while the AWS SDK loads.
  const { connectCamunda } = await import('../camunda/connect.ts');
  let connection: CamundaConnection;
  try {
    connection = probeAhead(connectCamunda({ ...options, auth, tls }));
  } catch (error) {
    // Addresses that do not fit each other show here.
    if (error instanceof TypeError) return refuseUsage(PROGRAM, process, [error.message]);
    throw error;
  }
  const { createWorker } = await import('../create-worker.ts');
  const { jobTypes } = options;
  const metrics = await startMetrics(options, { version: process.version, jobTypes });
  const worker = createWorker({
    ...options,
    onJobEnd: metrics?.onJobEnd,
    awsObserver: metrics?.awsObserver,
    connection,
    secrets: environmentSecrets(process.env, options.secretPrefix),
    log,
  });
  const health = await startHealth(options, { worker, metrics, log });
  if (health === 'failed') {
    await connection.close();
    return EXIT.failed;
  }
  log.info({ version: process.version, jobTypes }, `Working on jobs of type ${jobTypes.join(', ')}`);
  boundNewSpace();
  worker.start();
  const signal = await process.endRequested;
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
async function mayStart({ env, err }: WorkerProcess, log: Log): Promise<boolean> {
  const { chainProblem, namingSetting, resolveDefaultChain } = await import('../aws/default-chain.ts');
  if (namingSetting(env) === undefined) return true;
  const chain = await resolveDefaultChain(env);
  if (chain.status !== 'failed') return true;
  if (chain.passing) log.warn({ error: chain.error }, `${chainProblem(chain)} Tried again with the first job.`);
  else err(`The worker cannot start: ${chainProblem(chain)} Correct it, or take it out of the environment.\n`);
  return chain.passing;
}

/** Metrics where there is a port to read them at. */
async function startMetrics({ healthPort }: Options, about: MetricsOptions): Promise<Metrics | undefined> {
  if (healthPort === undefined) return undefined;
  const { createMetrics } = await import('../metrics/metrics.ts');
  return createMetrics(about);
}

interface HealthDeps {
  readonly worker: Worker;
  readonly metrics: Metrics | undefined;
  readonly log: Log;
}

async function startHealth(
  { healthPort, healthHost }: Options,
  { worker, metrics, log }: HealthDeps,
): Promise<HealthServer | 'failed' | undefined> {
  if (healthPort === undefined) return undefined;
  try {
    return await startHealthServer({
      port: healthPort,
      host: healthHost,
      health: () => ({ ready: worker.ready, state: worker.state, activeJobs: worker.activeJobs }),
      metrics: metrics && { contentType: metrics.contentType, text: () => metrics.text(worker) },
    });
  } catch (error) {
    const reason = thrownText(error);
    log.error({ healthHost, healthPort }, `The health server cannot start: ${reason}. Choose another --health-port.`);
    return 'failed';
  }
}
