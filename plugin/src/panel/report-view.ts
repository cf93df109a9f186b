import type {
  Issue,
  Json,
  JsonObject,
  Outcome,
  StepName,
  StepResult,
  TestSendReport,
} from '@eventbridge-kit/connector';
import { entrySizeBytes, type PutEventsEntry } from '@eventbridge-kit/eventbridge';
import type { Sign } from './icons.tsx';

/** One line about a whole run: its sign, and an English template with its replacements. */
export interface Headline {
  readonly sign: Sign;
  readonly text: string;
  readonly replacements?: Readonly<Record<string, string>>;
}

/** Names of the steps, as a user reads them. */
export const STEP_LABELS: Readonly<Record<StepName, string>> = {
  headers: 'Headers',
  secrets: 'Secrets',
  input: 'Input',
  checks: 'Checks',
  entry: 'Entry',
  send: 'Send',
  response: 'Response',
  resultExpression: 'Result expression',
  errorExpression: 'Error expression',
};

export function stepOf(report: TestSendReport, name: StepName): StepResult | undefined {
  return report.steps.find(({ step }) => step === name);
}

/** The step that stopped the run; nothing where none failed. */
export function failedStep(report: TestSendReport): StepResult | undefined {
  return report.steps.find(({ status }) => status === 'failed');
}

/** Everything that was found, errors first. */
export function issuesOf(report: TestSendReport): readonly Issue[] {
  const order = { error: 0, warning: 1, info: 2 };
  return report.steps
    .flatMap(({ issues }) => issues)
    .toSorted((one, other) => order[one.severity] - order[other.severity]);
}

/** What happened, in one line. */
export function headlineOf(report: TestSendReport): Headline {
  const failed = failedStep(report);
  if (report.dryRun) {
    return failed
      ? { sign: 'failed', text: 'Preview: {step} failed. Nothing was sent.', replacements: labelled(failed) }
      : { sign: 'ok', text: 'Preview: the event can be sent. Nothing was sent.' };
  }
  if (stepOf(report, 'send')?.status !== 'ok') return notSent(report, failed);
  return ACCEPTED[report.outcome?.type ?? 'fail'](report.outcome);
}

const ACCEPTED: Readonly<Record<Outcome['type'], (outcome: Outcome | undefined) => Headline>> = {
  complete: () => ({ sign: 'ok', text: 'The event bus accepted the event.' }),
  fail: () => ({ sign: 'warning', text: 'The event bus accepted the event, but the job fails.' }),
  bpmnError: (outcome) => ({
    sign: 'warning',
    text: 'The event bus accepted the event, and the job throws BPMN error {code}.',
    replacements: { code: outcome?.type === 'bpmnError' ? outcome.code : '' },
  }),
};

function notSent(report: TestSendReport, failed: StepResult | undefined): Headline {
  const error = awsError(report);
  if (error) return { sign: 'failed', text: 'AWS refused the event: {error}', replacements: { error: error.name } };
  if (!failed) return { sign: 'failed', text: 'Nothing was sent.' };
  return { sign: 'failed', text: '{step} failed. Nothing was sent.', replacements: labelled(failed) };
}

function labelled({ step }: StepResult): Readonly<Record<string, string>> {
  return { step: STEP_LABELS[step] };
}

/** The error that AWS answered with. */
export interface AwsError {
  /** AWS's own name, for example `InvalidSignatureException`. */
  readonly name: string;
  readonly message: string;
}

export function awsError(report: TestSendReport): AwsError | undefined {
  const step = stepOf(report, 'send');
  if (step?.status !== 'failed') return undefined;
  const name = textAt(step.value, 'code') ?? textAt(step.value, 'name') ?? step.issues[0]?.rule;
  if (name === undefined) return undefined;
  return { name, message: textAt(step.value, 'message') ?? step.issues[0]?.message ?? '' };
}

/** The resolved entry, its detail readable, with the size that AWS counts. */
export interface EntryView {
  readonly entry: JsonObject;
  readonly sizeBytes: number;
}

export function entryOf(report: TestSendReport): EntryView | undefined {
  const value = stepOf(report, 'entry')?.value;
  if (!isEntry(value)) return undefined;
  return { entry: { ...value, Detail: readable(value.Detail) }, sizeBytes: entrySizeBytes(value) };
}

function readable(detail: string): Json {
  try {
    return JSON.parse(detail) as Json;
  } catch {
    return detail;
  }
}

function isEntry(
  value: Json | undefined,
): value is JsonObject & Pick<PutEventsEntry, 'Source' | 'DetailType' | 'Detail'> {
  return ['Source', 'DetailType', 'Detail'].every((key) => textAt(value, key) !== undefined);
}

function textAt(value: Json | undefined, key: string): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const found = value[key];
  return typeof found === 'string' ? found : undefined;
}
