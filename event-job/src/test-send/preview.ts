import type { FieldResult, Outcome } from '@eventbridge-kit/connector';
import type { CheckSettings } from '@eventbridge-kit/eventbridge';
import { isJsonObject } from '@eventbridge-kit/issue';
import type { FeelWorld } from 'camunda-feel';
import type { AbortLike, EntrySender } from '../sender.ts';
import { createJobServices, type JobServices, type SecretProvider } from '../services.ts';
import type { ReadyJob } from '../run-job.ts';
import type { JobTrace, StepResult } from '../trace.ts';
import type { Answer } from './answers.ts';
import type { TaskSource } from './contract.ts';
import { placeIn, type NamedPlace } from './destination.ts';
import { evaluateTask } from './evaluate-task.ts';
import { parseExact } from './exact-integers.ts';
import { hideKeyShapesIn } from './key-shapes.ts';
import { maskField, MAX_STEPS, runEvaluated } from './run-test-send.ts';

export interface PreviewDeps {
  readonly world: FeelWorld;
  /** What the test-send service said of a secret; undefined where it was not asked. */
  readonly isKnownSecret: (name: string) => boolean | undefined;
  /** A text that no task has, to stand for secrets: their values are not here. */
  readonly unguessable: string;
  /** Most steps of evaluation, default as of a test send. */
  readonly maxSteps?: number;
  readonly checks?: CheckSettings;
}

/** What a task would do with some variables. Texts that look like keys of AWS are hidden in all of it. */
export interface TaskPreview<Name extends string = string> extends JobTrace {
  readonly fields: readonly FieldResult[];
  /** Where the task says that its event goes. */
  readonly place: NamedPlace;
  /** How the job ends for each answer of EventBridge; none where it ends before the send, or cannot be evaluated here. */
  readonly ends: Readonly<Record<Name, AnsweredJob>> | undefined;
}

/** A job that EventBridge has answered, from the send on. */
export interface AnsweredJob extends JobTrace {
  readonly outcome: Outcome;
}

export type PreviewResult<Name extends string = string> =
  { readonly ok: true; readonly preview: TaskPreview<Name> } | { readonly ok: false; readonly message: string };

const NEVER: AbortLike = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };

/**
 * Runs a task as the test-send service and the worker do, with answers in place of EventBridge. Nothing leaves, and no
 * secret is resolved: a text of no meaning stands for each, and is masked as secrets are.
 *
 * @param variablesText sample variables as JSON text, in which no number is rounded
 */
export async function previewTask<Name extends string>(
  task: TaskSource,
  variablesText: string,
  answers: Readonly<Record<Name, Answer>>,
  deps: PreviewDeps,
): Promise<PreviewResult<Name>> {
  const variables = parseExact(variablesText);
  if (!isJsonObject(variables)) return { ok: false, message: 'The sample variables are no JSON object.' };
  const evaluated = evaluateTask(task, variables, servicesFor(deps), deps.maxSteps ?? MAX_STEPS);
  if (!evaluated.ok) return evaluated;
  const { trace, mask, ready } = await runEvaluated(evaluated, { dryRun: true, signal: NEVER });
  const names = Object.keys(answers) as Name[]; // the keys of a record are its names
  const ends = ready && (await Promise.all(names.map((name) => endOf(ready, answers[name], evaluated.afresh()))));
  const preview: TaskPreview<Name> = {
    ...(trace.outcome && { outcome: trace.outcome }),
    steps: trace.steps.map(withoutInput),
    fields: evaluated.fields.map((field) => maskField(field, mask)),
    place: mask.json({ ...placeIn(evaluated.job.variables) }) as NamedPlace, // of texts, which stay texts
    ends: ends && (Object.fromEntries(names.map((name, index) => [name, ends[index]])) as Record<Name, AnsweredJob>),
  };
  return { ok: true, preview: hideKeyShapesIn(preview) };
}

async function endOf(job: ReadyJob, answer: Answer, { world }: JobServices): Promise<AnsweredJob> {
  const sender: EntrySender = { send: (entry, identity) => Promise.resolve(answer(entry, identity)) };
  const { trace } = await job.goOn({ sender, world });
  const last = trace.steps.slice(trace.steps.findIndex(({ step }) => step === 'send'));
  return { ...trace, steps: last } as AnsweredJob; // a job that is sent has an outcome
}

/** The variables stand in the fields already. */
function withoutInput({ value, ...step }: StepResult): StepResult {
  const isShown = step.step !== 'secrets' && step.step !== 'input';
  return { ...step, ...(isShown && value !== undefined && { value }) };
}

function servicesFor({ world, isKnownSecret, unguessable, checks = {} }: PreviewDeps): JobServices {
  return createJobServices({
    sender: { send: () => Promise.reject(new Error('a preview sends nothing')) },
    secrets: standIns(isKnownSecret, unguessable),
    secretFields: [],
    checkPolicy: () => [],
    checks,
    idempotencyScope: undefined,
    world,
  });
}

/** A text for each secret, which no text of the task contains. */
function standIns(isKnown: PreviewDeps['isKnownSecret'], unguessable: string): SecretProvider {
  const texts = new Map<string, string>();
  return {
    lookup: (name) => {
      if (isKnown(name) === false) return undefined;
      const text = texts.get(name) ?? `${unguessable}-${texts.size}`;
      texts.set(name, text);
      return text;
    },
  };
}
