import type { StepName, StepResult, TestSendReport } from '@eventbridge-kit/event-job';
import type { FieldResult, Outcome } from '@eventbridge-kit/connector';
import { type Issue, type Json, type JsonObject, parseJson } from '@eventbridge-kit/issue';
import { entrySizeBytes, type PutEventsEntry } from '@eventbridge-kit/eventbridge';
import { objectAt, textAt } from './json-path.ts';

/** Form of a status: colour and sign both tell it, so that colour alone never does. */
export type Sign = 'ok' | 'failed' | 'skipped' | 'unknown' | 'warning';

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

/** What a preview and a report tell of a run. */
export type Told = Pick<TestSendReport, 'fields' | 'outcome' | 'steps'>;

export function stepOf(report: Pick<Told, 'steps'>, name: StepName): StepResult | undefined {
  return report.steps.find(({ step }) => step === name);
}

/** Everything that was found: inputs that gave no value, then the steps' issues. */
export function issuesOf(report: Told): readonly Issue[] {
  return [...report.fields.flatMap(fieldIssue), ...report.steps.flatMap(({ issues }) => issues)];
}

function fieldIssue({ target, status, message = '' }: FieldResult): readonly Issue[] {
  return status === 'ok' ? [] : [{ rule: `feel-${status}`, severity: 'error', field: target, message }];
}

/** What a preview comes to, in one line. */
export function previewHeadline(preview: Told): Headline {
  const stopped = stoppedBy(preview);
  if (stopped)
    return { sign: 'failed', text: 'Stops at {step}: nothing would be sent.', replacements: { step: stopped } };
  if (preview.fields.some(({ status }) => status === 'unknown'))
    return { sign: 'unknown', text: 'A field cannot be evaluated here.' };
  return { sign: 'ok', text: 'The event can be sent.' };
}

/** What happened, in one line. */
export function headlineOf(report: TestSendReport): Headline {
  const stopped = stoppedBy(report);
  if (stopped) return { sign: 'failed', text: '{step} failed. Nothing was sent.', replacements: { step: stopped } };
  if (report.fields.some(({ status }) => status === 'unknown')) {
    return { sign: 'unknown', text: 'A field cannot be evaluated here. Nothing was sent.' };
  }
  const error = awsError(report);
  if (error)
    return { sign: 'failed', text: 'The event was not accepted: {error}', replacements: { error: error.name } };
  return report.outcome ? accepted(report.outcome) : { sign: 'failed', text: 'Nothing was sent.' };
}

/** Label of what failed before the call. */
function stoppedBy(report: Told): string | undefined {
  if (report.fields.some(({ status }) => status === 'failed')) return 'Input mapping';
  const failed = report.steps
    .slice(
      0,
      report.steps.findIndex(({ step }) => step === 'send'),
    )
    .find(isFailed);
  return failed && STEP_LABELS[failed.step];
}

function isFailed({ status }: StepResult): boolean {
  return status === 'failed';
}

function accepted(outcome: Outcome): Headline {
  return ACCEPTED[outcome.type](outcome as never); // each type has its own function
}

const ACCEPTED: { readonly [Type in Outcome['type']]: (outcome: Extract<Outcome, { type: Type }>) => Headline } = {
  complete: () => ({ sign: 'ok', text: 'The event bus accepted the event.' }),
  fail: () => ({ sign: 'warning', text: 'The event bus accepted the event, but the job fails.' }),
  bpmnError: ({ code }) => ({
    sign: 'warning',
    text: 'The event bus accepted the event, and the job throws BPMN error {code}.',
    replacements: { code },
  }),
};

/** The error that AWS answered with. */
export interface AwsError {
  /** AWS's own name, for example `InvalidSignatureException`. */
  readonly name: string;
  readonly message: string;
}

/** Why the event was not accepted: the call's own error, or the entry's inside an answer that is none. */
export function awsError(report: Pick<Told, 'steps'>): AwsError | undefined {
  const send = stepOf(report, 'send');
  if (send && isFailed(send)) {
    const message = textAt(send.value, 'message') ?? send.issues[0]?.message ?? '';
    return { name: textAt(send.value, 'code') ?? send.issues[0]?.rule ?? 'Error', message };
  }
  const entry = objectAt(stepOf(report, 'response')?.value, 'entries', 0);
  const name = textAt(entry, 'errorCode');
  return name === undefined ? undefined : { name, message: textAt(entry, 'errorMessage') ?? '' };
}

/** The resolved entry, its detail readable, with the size that AWS counts. */
interface EntryView {
  /** As AWS gets it. */
  readonly raw: JsonObject;
  readonly entry: JsonObject;
  readonly sizeBytes: number;
}

export function entryOf(report: Pick<Told, 'steps'>): EntryView | undefined {
  const value = stepOf(report, 'entry')?.value;
  if (!isEntry(value)) return undefined;
  return { raw: value, entry: { ...value, Detail: readable(value.Detail) }, sizeBytes: entrySizeBytes(value) };
}

function readable(detail: string): Json {
  const value = parseJson(detail);
  return value === undefined ? detail : value;
}

function isEntry(
  value: Json | undefined,
): value is JsonObject & Pick<PutEventsEntry, 'Source' | 'DetailType' | 'Detail'> {
  return ['Source', 'DetailType', 'Detail'].every((key) => textAt(value, key) !== undefined);
}
