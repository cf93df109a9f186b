import { createMask, type FieldResult, type Mask, type Outcome } from '@eventbridge-kit/connector';
import { mergeOwn, type JsonObject } from '@eventbridge-kit/issue';
import { resolveJobSecrets, runJob, type JobRun } from '../run-job.ts';
import type { AbortLike, SendIdentity } from '../sender.ts';
import type { JobServices } from '../services.ts';
import { STEP_NAMES, type JobTrace } from '../trace.ts';
import type { AccountAnswer, Destination, TestSendReport, TestSendRequest } from './contract.ts';
import { destinationOf, placeIn } from './destination.ts';
import { evaluateTask, type EvaluatedTask } from './evaluate-task.ts';
import { shown } from './exact-integers.ts';

export interface TestSendDeps {
  readonly services: JobServices;
  /** Where events go when the task names no endpoint. */
  readonly endpoint: string | undefined;
  readonly signal: AbortLike;
  /** Says whose keys an identity has; absent: nobody is asked. */
  readonly accountOf?: (identity: SendIdentity) => Promise<AccountAnswer>;
  /** Milliseconds on a clock of the host, for how long each step took; absent: not told. */
  readonly stepClock?: () => number;
  /** Most steps of evaluation for one request, default 400,000: some seconds of work. */
  readonly maxSteps?: number;
}

/** The report of a run, or why there is none. */
type TestSendResult =
  { readonly ok: true; readonly report: TestSendReport } | { readonly ok: false; readonly message: string };

/** Some seconds of work, where a machine is slow. */
export const MAX_STEPS = 400_000;

/**
 * Runs one task as engine and worker would: its input mappings in order, then `runJob`. Where an input fails, the engine
 * would not make a job, so nothing is sent; the same where an input cannot be evaluated here.
 */
export async function runTestSend(request: TestSendRequest, deps: TestSendDeps): Promise<TestSendResult> {
  const { task, variables } = request;
  const evaluated = evaluateTask(task, variables, deps.services, deps.maxSteps ?? MAX_STEPS);
  if (!evaluated.ok) return evaluated;
  const destination = destinationOf(placeIn(evaluated.job.variables), deps.endpoint);
  const asksFirst = request.onlyLocal === true && destination.kind !== 'local';
  const dryRun = request.dryRun || asksFirst;
  const { trace, mask, ready } = await runEvaluated(evaluated, { ...deps, dryRun });
  const account = asksFirst && ready !== undefined ? await deps.accountOf?.(ready.identity) : undefined;
  const report: TestSendReport = {
    ...trace,
    fields: evaluated.fields.map((field) => maskField(field, mask)),
    destination: { ...maskDestination(destination, mask), ...(account && { account }) },
    ...processVariablesOf(variables, trace.outcome, mask),
    dryRun,
  };
  return { ok: true, report };
}

interface RunEvaluated extends Pick<TestSendDeps, 'signal' | 'stepClock'> {
  readonly dryRun: boolean;
}

/** The job of a task whose inputs are evaluated; without a job where the engine would make none. */
export async function runEvaluated(
  { fields, job, hide, services }: Extract<EvaluatedTask, { readonly ok: true }>,
  { dryRun, signal, stepClock }: RunEvaluated,
): Promise<JobRun> {
  if (fields.some(({ status }) => status !== 'ok'))
    return withoutJob(fields, createMask([...resolveJobSecrets(job, services).hide, ...hide]));
  return runJob(job, services, {
    dryRun,
    traceValues: true,
    signal,
    sendUntilMs: () => Infinity,
    hide,
    extend: () => Promise.resolve(true),
    ...(stepClock && { stepClock }),
  });
}

/** Hides a key that was typed into a field, too. */
export function maskField({ source, value, message, warnings, ...field }: FieldResult, mask: Mask): FieldResult {
  return {
    ...field,
    source: mask.text(source),
    ...(value !== undefined && { value: mask.json(value) }),
    ...(message !== undefined && { message: mask.text(message) }),
    ...(warnings !== undefined && {
      warnings: warnings.map((warning) => ({
        ...warning,
        message: mask.text(warning.message),
        ...(warning.name !== undefined && { name: mask.text(warning.name) }),
      })),
    }),
  };
}

function maskDestination({ kind, label, region, eventBusName }: Destination, mask: Mask): Destination {
  return {
    kind,
    label: mask.text(label),
    ...(region !== undefined && { region: mask.text(region) }),
    ...(eventBusName !== undefined && { eventBusName: mask.text(eventBusName) }),
  };
}

function withoutJob(fields: readonly FieldResult[], mask: Mask): JobRun {
  const failed = fields.filter(({ status }) => status === 'failed');
  const text = failed.map(({ target, message }) => `${target}: ${message ?? 'it cannot be evaluated.'}`).join('\n');
  const trace: JobTrace = {
    steps: STEP_NAMES.map((step) => ({ step, status: 'skipped', issues: [] })),
    ...(failed.length > 0 && { outcome: incident(mask.text(text)) }),
  };
  return { trace, mask };
}

function incident(text: string): Outcome {
  const message = `The engine makes no job, it raises an incident at the input mapping.\n${text}`;
  return { type: 'fail', message, retries: 0, retryBackoffMs: 0, variables: {} };
}

function processVariablesOf(
  variables: JsonObject,
  outcome: Outcome | undefined,
  mask: Mask,
): Pick<TestSendReport, 'processVariables'> {
  if (outcome?.type !== 'complete') return {};
  const all = mergeOwn(variables, outcome.variables);
  const visible = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, shown(value)]));
  return { processVariables: mask.json(visible) as JsonObject };
}
