import { STEP_NAMES, type StepName, type StepResult, type TestSendReport } from '@eventbridge-kit/event-job';
import { type FieldResult, type Outcome } from '@eventbridge-kit/connector';
import type { Issue, Json } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { awsError, entryOf, headlineOf, issuesOf, previewHeadline } from './report-view.ts';

const ENTRY = { EventBusName: 'default', Source: 'a', DetailType: 'b', Detail: '{"c":"é"}' };

const COMPLETE: Outcome = { type: 'complete', variables: {} };

const FAIL: Outcome = { type: 'fail', message: 'no', retries: 0, retryBackoffMs: 0, variables: {} };

const BPMN_ERROR: Outcome = { type: 'bpmnError', code: 'REJECTED', message: 'no', variables: {} };

function response(errorCode: string | null): Json {
  return { failedEntryCount: errorCode === null ? 0 : 1, entries: [{ eventId: null, errorCode, errorMessage: 'why' }] };
}

type Change = Partial<Omit<StepResult, 'step'>>;

/** A report in which every step went well, apart from what is told. */
function report(
  steps: Readonly<Partial<Record<StepName, Change>>>,
  rest: Partial<Omit<TestSendReport, 'steps'>> = {},
): TestSendReport {
  const values: Readonly<Partial<Record<StepName, Json>>> = { entry: ENTRY, response: response(null) };
  return {
    steps: STEP_NAMES.map((step) => {
      const value = values[step];
      return { step, status: 'ok', issues: [], ...(value !== undefined && { value }), ...steps[step] };
    }),
    fields: [],
    destination: { kind: 'local', label: 'here' },
    outcome: COMPLETE,
    dryRun: false,
    ...rest,
  };
}

function told(one: TestSendReport): string {
  const { sign, text, replacements = {} } = headlineOf(one);
  return `${sign}: ${text.replace(/{(\w+)}/g, (_, name: string) => replacements[name] ?? '?')}`;
}

const failedField: FieldResult = { target: 'input.detail', source: '= (', status: 'failed', message: 'not closed' };

const unknownField: FieldResult = { ...failedField, status: 'unknown', message: 'no such function here' };

const skipped: Readonly<Partial<Record<StepName, Change>>> = Object.fromEntries(
  STEP_NAMES.map((step) => [step, { status: 'skipped' as const }]),
);

describe('the headline', () => {
  it.each([
    ['an accepted event', report({}), 'ok: The event bus accepted the event.'],
    [
      'an accepted event whose job fails',
      report({}, { outcome: FAIL }),
      'warning: The event bus accepted the event, but the job fails.',
    ],
    [
      'an accepted event whose job throws',
      report({}, { outcome: BPMN_ERROR }),
      'warning: The event bus accepted the event, and the job throws BPMN error REJECTED.',
    ],
    [
      'an entry that is rejected inside a good answer',
      report({ response: { value: response('MalformedDetail') } }, { outcome: FAIL }),
      'failed: The event was not accepted: MalformedDetail',
    ],
    [
      'a call that AWS refuses',
      report({ send: { status: 'failed', value: { code: 'AccessDeniedException', message: 'm' } } }, { outcome: FAIL }),
      'failed: The event was not accepted: AccessDeniedException',
    ],
    [
      'a failed check',
      report({ ...skipped, checks: { status: 'failed' } }, { outcome: FAIL }),
      'failed: Checks failed. Nothing was sent.',
    ],
    [
      'an expression that fails',
      report(skipped, { fields: [failedField], outcome: FAIL }),
      'failed: Input mapping failed. Nothing was sent.',
    ],
    [
      'an expression that cannot be evaluated here',
      report(skipped, { fields: [unknownField] }),
      'unknown: A field cannot be evaluated here. Nothing was sent.',
    ],
  ])('of %s', (_, one, text) => {
    expect(told(one)).toBe(text);
  });
});

describe('the headline of a preview', () => {
  it.each([
    ['an event that is right', report({}), 'The event can be sent.'],
    ['a failed check', report({ ...skipped, checks: { status: 'failed' } }), 'Stops at {step}: nothing would be sent.'],
    ['a field that is unknown', report(skipped, { fields: [unknownField] }), 'A field cannot be evaluated here.'],
  ])('of %s', (_, one, text) => {
    expect(previewHeadline(one).text).toBe(text);
  });
});

describe("AWS's error", () => {
  it('is none where the event was accepted, or nothing was sent', () => {
    expect(awsError(report({}))).toBeUndefined();
    expect(awsError(report(skipped))).toBeUndefined();
  });

  it("is the entry's, with its message", () => {
    expect(awsError(report({ response: { value: response('InvalidArgument') } }))).toEqual({
      name: 'InvalidArgument',
      message: 'why',
    });
  });
});

describe('the entry', () => {
  it('is readable, and has the size that AWS counts', () => {
    expect(entryOf(report({}))).toEqual({ raw: ENTRY, entry: { ...ENTRY, Detail: { c: 'é' } }, sizeBytes: 2 + 10 });
  });

  it('is not shown where the run did not get so far', () => {
    expect(entryOf(report({ entry: { value: null } }))).toBeUndefined();
  });
});

describe('the issues', () => {
  it('are those of the fields, then those of the steps', () => {
    const issue: Issue = { rule: 'source-reserved', severity: 'error', field: 'input.source', message: 'm' };
    const one = report({ checks: { issues: [issue] } }, { fields: [failedField] });
    expect(issuesOf(one).map(({ rule, field }) => [rule, field])).toEqual([
      ['feel-failed', 'input.detail'],
      ['source-reserved', 'input.source'],
    ]);
  });
});
