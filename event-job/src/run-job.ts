import {
  finishJob,
  type ConnectorError,
  type ConnectorHeaders,
  type Mask,
  type WorkResult,
} from '@eventbridge-kit/connector';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { AbortLike, SendIdentity } from './sender.ts';
import type { JobServices } from './services.ts';
import { readAwsCredential } from './aws-credential.ts';
import { idempotencyId, testIdNotes } from './idempotency-id.ts';
import { pickInputVariables } from './input-variables.ts';
import { checkTask } from './steps/checks.ts';
import { readHeaders, readInput, toTask } from './steps/read-job.ts';
import { putSecrets } from './steps/secrets.ts';
import { readResponse, sendEntry, showEntry } from './steps/send.ts';
import { lazyTrace, TraceRecorder, type JobTrace } from './trace.ts';

/** What a job's run depends on. A test send has the same. */
export interface JobContent {
  /** Absent for a test send. */
  readonly key?: string;
  /** The job type. */
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly variables: JsonObject;
  /** Tries left, this one included. */
  readonly retries: number;
}

export interface RunOptions {
  /** True: stops before the send. */
  readonly dryRun: boolean;
  /** False: steps keep no values, for a host whose traces nobody reads. */
  readonly traceValues: boolean;
  /** Gives up on the event. */
  readonly signal: AbortLike;
  /** When sending must have begun, in milliseconds since 1970, or Infinity. Asked again, since it may move to later. */
  readonly sendUntilMs: () => number;
  /** Sets the job's timeout, in milliseconds, as its header asks; false: the job is no longer ours and must not run. */
  readonly extend: (timeoutMs: number) => Promise<boolean>;
  /** Texts to hide beside the secrets of the job; default none. */
  readonly hide?: readonly string[];
  /** Milliseconds on a clock of the host, for how long each step took; absent: not told. */
  readonly stepClock?: () => number;
}

/** A job's run. */
export interface JobRun {
  /** Without an outcome in two cases: a dry run that got as far as the send, and a job that was gone before it began. */
  readonly trace: JobTrace;
  /** Hides the secrets of this job. The trace is masked already. */
  readonly mask: Mask;
  /** Of a dry run that got as far as the send. */
  readonly ready?: ReadyJob;
}

/** A job that is about to be sent. */
export interface ReadyJob {
  /** Who would send the event, and where to. */
  readonly identity: SendIdentity;
  /** How the run would go on with this sender, from here on and as often as one likes. */
  readonly goOn: (services: Pick<JobServices, 'sender' | 'world'>) => Promise<JobRun>;
}

/** A job's inputs with their secrets resolved, and every text that must be hidden from then on. */
export function resolveJobSecrets(job: Pick<JobContent, 'type' | 'headers' | 'variables'>, services: JobServices) {
  const given = readAwsCredential(pickInputVariables(job.variables), job);
  const { done: secrets, hide } = putSecrets(given, {
    provider: services.secrets,
    mayResolve: services.mayResolveSecrets,
  });
  return { given, secrets, hide };
}

/**
 * Runs one job, from its headers and variables to its outcome. The worker and the test send both call exactly this.
 */
export async function runJob(job: JobContent, services: JobServices, options: RunOptions): Promise<JobRun> {
  const { traceValues } = options;
  const { given, secrets, hide: found } = resolveJobSecrets(job, services);
  // The mask comes before anything is recorded: a header may repeat a key.
  const mask = services.maskFor([...found, ...(options.hide ?? [])]);
  const recorder = new TraceRecorder(mask, traceValues, options.stepClock);

  const finish = (
    headers: ConnectorHeaders,
    result: WorkResult,
    { world }: Pick<JobServices, 'world'> = services,
    recorded = recorder,
  ): JobRun => {
    const { steps, outcome } = finishJob({ headers, retries: job.retries, result, world, mask, traceValues });
    return { trace: lazyTrace(() => recorded.steps(steps), outcome), mask };
  };

  const headersRead = readHeaders(job.headers);
  recorder.record('headers', headersRead);
  if (!headersRead.ok) return finish({}, { kind: 'failure', error: headersRead.error });
  const headers = headersRead.value;
  const fail = (error: ConnectorError): JobRun => finish(headers, { kind: 'failure', error });

  if (headers.jobTimeoutMs !== undefined && !(await options.extend(headers.jobTimeoutMs))) {
    return { trace: { steps: recorder.steps() }, mask };
  }

  recorder.record('secrets', secrets);
  if (!secrets.ok) return fail(secrets.error);

  const notes = [...given.notes, ...secrets.value.literal];
  const input = readInput(secrets.value.variables, notes);
  recorder.record('input', input);
  if (!input.ok) return fail(input.error);

  const task = toTask(input.value, idempotencyId(job.key, services.idempotencyScope));
  const checks = checkTask(task, { checkPolicy: services.checkPolicy, settings: services.checks, notes });
  recorder.record('checks', checks);
  if (!checks.ok) return fail(checks.error);
  const { event, identity } = checks.value;

  const entry = showEntry(checks.value.entry, testIdNotes(event.idempotency, job.key));
  recorder.record('entry', entry);
  const send = async (by: Pick<JobServices, 'sender' | 'world'>, recorded: TraceRecorder): Promise<JobRun> => {
    const { signal, sendUntilMs } = options;
    const hide = (text: string): string => mask.text(text);
    const sent = await sendEntry(entry.value, by.sender, identity, { signal, sendUntilMs, hide });
    recorded.record('send', sent);
    const target = { eventBusName: event.eventBusName, identity };
    const result: WorkResult = sent.ok ? readResponse(sent.value, target) : { kind: 'failure', error: sent.error };
    return finish(headers, result, by, recorded);
  };
  if (!options.dryRun) return send(services, recorder);
  return {
    trace: { steps: recorder.steps() },
    mask,
    ready: { identity, goOn: (by) => send(by, recorder.fork()) },
  };
}
