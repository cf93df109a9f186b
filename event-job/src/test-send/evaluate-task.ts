import {
  evaluateFeel,
  evaluateInputs,
  secretNamesOf,
  type FieldResult,
  type InputMapping,
} from '@eventbridge-kit/connector';
import { mergeOwn, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { pickInputVariables, SECRET_INPUTS } from '../input-variables.ts';
import type { JobContent } from '../run-job.ts';
import type { JobServices } from '../services.ts';
import type { TaskSource } from './contract.ts';
import { asJobVariables, shown } from './exact-integers.ts';

/** A task whose inputs are evaluated, or why that takes too much. */
export type EvaluatedTask =
  | {
      readonly ok: true;
      readonly fields: readonly FieldResult[];
      /** What a job of this task would carry. */
      readonly job: Omit<JobContent, 'key'>;
      /** Texts to hide beside the secrets of the job. */
      readonly hide: readonly string[];
      /** The services with what is left of the request's steps of evaluation. */
      readonly services: JobServices;
      /** The same with all of the steps. */
      readonly afresh: () => JobServices;
    }
  | { readonly ok: false; readonly message: string };

/** Largest size of all fields' values together: characters of texts and names, and 1 for each other value. */
const MAX_VALUES = 8_388_608;

const TOO_LARGE = `The inputs make too much: found values of more than ${MAX_VALUES} characters. Send fewer or smaller sample variables.`;

// https://docs.camunda.io/docs/components/modeler/bpmn/service-tasks/#task-definition (retries)
const DEFAULT_RETRIES = 3;

/**
 * Runs the input mappings of a task as the engine does.
 *
 * @param variables of the process; integers that JSON numbers would round are bigints
 * @param maxSteps most steps of evaluation for all of the request
 */
export function evaluateTask(
  task: TaskSource,
  variables: JsonObject,
  given: JobServices,
  maxSteps: number,
): EvaluatedTask {
  const budget = new StepBudget(maxSteps);
  const withBudget = ({ spend }: StepBudget): JobServices => ({ ...given, world: { ...given.world, spend } });
  const services = withBudget(budget);
  const { fields, local } = evaluateInputs(task.inputs, variables, services.world, { exactIntegers: true });
  if (budget.isSpent) {
    const message = `The inputs take too much work: found more than ${maxSteps} steps of evaluation. Use shorter lists or fewer loops.`;
    return { ok: false, message };
  }
  if (!fits(fields)) return { ok: false, message: TOO_LARGE };
  const all = mergeOwn(variables, local);
  return {
    ok: true,
    fields: fields.map(withoutEngineNames).map(withShownValue),
    job: {
      type: task.jobType,
      headers: task.headers,
      variables: asJobVariables(pickInputVariables(all)),
      retries: retriesOf(task.retries, all, services),
    },
    hide: secretSources(task.inputs),
    services,
    afresh: () => withBudget(new StepBudget(maxSteps)),
  };
}

/** Counts the steps of all evaluations of one request. */
class StepBudget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  get isSpent(): boolean {
    return this.#left < 0;
  }

  readonly spend = (steps: number): boolean => {
    this.#left -= steps;
    return !this.isSpent;
  };
}

function withShownValue(field: FieldResult): FieldResult {
  return field.value === undefined ? field : { ...field, value: shown(field.value) };
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

function retriesOf(source: string | undefined, variables: JsonObject, { world }: JobServices): number {
  if (source === undefined || source.trim() === '') return DEFAULT_RETRIES;
  const result = source.startsWith('=') ? evaluateFeel(source, asJobVariables(variables), world) : undefined;
  const value = result === undefined ? Number(source) : result.status === 'ok' ? result.value : undefined;
  return typeof value === 'number' && Number.isInteger(value) ? value : DEFAULT_RETRIES;
}
