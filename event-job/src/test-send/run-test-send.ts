import {
  createMask,
  evaluateFeel,
  evaluateInputs,
  secretNamesOf,
  type FieldResult,
  type InputMapping,
  type Mask,
  type Outcome,
} from '@eventbridge-kit/connector';
import { mergeOwn, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { SECRET_INPUTS } from '../input-variables.ts';
import { resolveJobSecrets, runJob, type JobRun } from '../run-job.ts';
import type { AbortLike } from '../sender.ts';
import type { JobServices } from '../services.ts';
import { STEP_NAMES, type JobTrace } from '../trace.ts';
import type { TaskSource, TestSendReport, TestSendRequest } from './contract.ts';
import { destinationOf } from './destination.ts';
import { asJobVariables, shown } from './exact-integers.ts';

export interface TestSendDeps {
  readonly services: JobServices;
  /** Where events go when the task names no endpoint. */
  readonly endpoint: string | undefined;
  readonly signal: AbortLike;
}

/** The report of a run, or why there is none. */
type TestSendResult =
  { readonly ok: true; readonly report: TestSendReport } | { readonly ok: false; readonly message: string };

/** Largest size of all fields' values together: characters of texts and names, and 1 for each other value. */
const MAX_VALUES = 8_388_608;

/** Most steps of evaluation for the inputs of one request, some seconds of work. */
const MAX_STEPS = 400_000;

const TOO_MUCH_WORK = `The inputs take too much work: found more than ${MAX_STEPS} steps of evaluation. Use shorter lists or fewer loops.`;

/** Counts the steps of all evaluations of one request. */
class StepBudget {
  #left = MAX_STEPS;

  get isSpent(): boolean {
    return this.#left < 0;
  }

  readonly spend = (steps: number): boolean => {
    this.#left -= steps;
    return !this.isSpent;
  };
}

const TOO_LARGE = `The inputs make too much: found values of more than ${MAX_VALUES} characters. Send fewer or smaller sample variables.`;

// https://docs.camunda.io/docs/components/modeler/bpmn/service-tasks/#task-definition (retries)
const DEFAULT_RETRIES = 3;

/**
 * Runs one task as engine and worker would: its input mappings in order, then `runJob`. Where an input fails, the engine
 * would not make a job, so nothing is sent; the same where an input cannot be evaluated here.
 */
export async function runTestSend(request: TestSendRequest, deps: TestSendDeps): Promise<TestSendResult> {
  const { task, variables, dryRun } = request;
  const { signal } = deps;
  const budget = new StepBudget();
  const services = { ...deps.services, world: { ...deps.services.world, spend: budget.spend } };
  const { fields: evaluated, local } = evaluateInputs(task.inputs, variables, services.world, {
    exactIntegers: true,
  });
  if (budget.isSpent) return { ok: false, message: TOO_MUCH_WORK };
  if (!fits(evaluated)) return { ok: false, message: TOO_LARGE };
  const fields = evaluated.map(withoutEngineNames).map(withShownValue);
  const visible = asJobVariables(mergeOwn(variables, local));
  const hide = secretSources(task.inputs);
  const { trace, mask } = fields.every(({ status }) => status === 'ok')
    ? await runJob(
        {
          type: task.jobType,
          headers: task.headers,
          variables: visible,
          retries: retriesOf(task.retries, visible, services),
        },
        services,
        { dryRun, traceValues: true, signal, sendUntilMs: () => Infinity, hide, extend: () => Promise.resolve(true) },
      )
    : withoutJob(fields, createMask([...secretsOf(task, visible, services), ...hide]));
  const { kind, label } = destinationOf(visible, deps.endpoint);
  const report: TestSendReport = {
    ...trace,
    fields: fields.map((field) => maskField(field, mask)),
    destination: { kind, label: mask.text(label) },
    ...processVariablesOf(variables, trace.outcome, mask),
    dryRun,
  };
  return { ok: true, report };
}

function withShownValue(field: FieldResult): FieldResult {
  return field.value === undefined ? field : { ...field, value: shown(field.value) };
}

/** The secrets that a job of this task would have. Without a job, too, a text may repeat one. */
function secretsOf({ jobType, headers }: TaskSource, variables: JsonObject, services: JobServices): readonly string[] {
  return resolveJobSecrets({ type: jobType, headers, variables }, services).hide;
}

/** Names that the engine alone resolves, when it makes a job. */
// https://docs.camunda.io/docs/components/modeler/feel/cluster-variable/overview/
const ENGINE_NAMES = /\bcamunda\s*\.\s*(?:secrets|vars)\b/;

/** The value of a field that reads such a name is unknown, whatever FEEL made of the missing name. */
function withoutEngineNames(field: FieldResult): FieldResult {
  const { target, source } = field;
  const name = source.startsWith('=') ? ENGINE_NAMES.exec(source.replace(/"(?:[^"\\]|\\.)*"/gs, '""'))?.[0] : undefined;
  if (name === undefined) return field;
  return {
    target,
    source,
    status: 'unknown',
    message: `Not known here: ${name} is resolved by the engine, when it makes a job.`,
  };
}

/** Whether the values of all fields are small enough to be shown. Stops counting at the bound. */
function fits(fields: readonly FieldResult[]): boolean {
  let left = MAX_VALUES;
  const take = (value: Json): void => {
    left -= typeof value === 'string' ? value.length : 1;
    if (left < 0 || typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      left -= key.length;
      take(item);
      if (left < 0) return;
    }
  };
  for (const { value } of fields) if (value !== undefined && left >= 0) take(value);
  return left >= 0;
}

/**
 * The sources of the fields that are marked secret, other than placeholders. Their values may be other texts: FEEL reads
 * escapes, and a message about an expression quotes it without its `=`.
 */
function secretSources(inputs: readonly InputMapping[]): string[] {
  const names = new Set(SECRET_INPUTS.map((path) => path.join('.')));
  return inputs
    .filter((input) => names.has(input.target) && secretNamesOf([input]).size === 0)
    .flatMap(({ source }) => [source, source.replace(/^=\s*/, '')]);
}

/** Hides a key that was typed into a field, too. */
function maskField({ source, value, message, warnings, ...field }: FieldResult, mask: Mask): FieldResult {
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

function retriesOf(source: string | undefined, context: JsonObject, { world }: JobServices): number {
  if (source === undefined || source.trim() === '') return DEFAULT_RETRIES;
  const result = source.startsWith('=') ? evaluateFeel(source, context, world) : undefined;
  const value = result === undefined ? Number(source) : result.status === 'ok' ? result.value : undefined;
  return typeof value === 'number' && Number.isInteger(value) ? value : DEFAULT_RETRIES;
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
