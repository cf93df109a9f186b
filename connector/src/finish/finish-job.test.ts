import { describe, expect, it } from 'vitest';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { inputError, transientError } from '../connector-error.ts';
import type { ConnectorHeaders } from '../headers.ts';
import type { JsonObject } from '@eventbridge-kit/issue';
import { createMask } from '../mask/mask.ts';
import { finishJob, type WorkResult } from './finish-job.ts';

const RESPONSE: JsonObject = { failedEntryCount: 0, entries: [{ eventId: 'e-1', errorCode: null }] };

const SUCCESS: WorkResult = { kind: 'response', response: RESPONSE };

const THROTTLED: WorkResult = {
  kind: 'failure',
  error: transientError('AwsError', 'Slow down.', 'ThrottlingException', { entry: 1 }),
};

const BAD_INPUT: WorkResult = {
  kind: 'failure',
  error: inputError([{ rule: 'source-required', severity: 'error', field: 'input.source', message: 'Missing.' }]),
};

function finish(headers: ConnectorHeaders, result: WorkResult = SUCCESS, retries = 3, secrets: string[] = []) {
  return finishJob({ headers, retries, result, world: stillWorld, mask: createMask(secrets) });
}

function outcome(headers: ConnectorHeaders, result: WorkResult = SUCCESS, retries = 3) {
  return finish(headers, result, retries).outcome;
}

function statuses(headers: ConnectorHeaders, result: WorkResult = SUCCESS) {
  return finish(headers, result).steps.map(({ step, status }) => `${step} ${status}`);
}

describe('a response', () => {
  it('completes the job without variables when no header asks for any', () => {
    expect(outcome({})).toEqual({ type: 'complete', variables: {} });
    expect(statuses({})).toEqual(['response ok', 'resultExpression ok', 'errorExpression skipped']);
  });

  it('is stored whole under the result variable', () => {
    expect(outcome({ resultVariable: 'sent' })).toEqual({ type: 'complete', variables: { sent: RESPONSE } });
  });

  it('is mapped by the result expression, over its own fields and as response', () => {
    const resultExpression = '={id: entries[1].eventId, count: response.failedEntryCount}';
    expect(outcome({ resultExpression })).toEqual({ type: 'complete', variables: { id: 'e-1', count: 0 } });
  });

  it('gives both, the keys of the expression merged over', () => {
    const headers = { resultVariable: 'sent', resultExpression: '={sent: 1, more: 2}' };
    expect(outcome(headers)).toEqual({ type: 'complete', variables: { sent: 1, more: 2 } });
  });

  it('gives nothing more where the result expression is null', () => {
    expect(outcome({ resultVariable: 'a', resultExpression: '=null' })).toMatchObject({ variables: { a: RESPONSE } });
  });

  it.each([
    ['="text"', 'found a string'],
    ['=[1]', 'found a list'],
    ['=7', 'found a number'],
    ['=true', 'found a boolean'],
  ])('fails with no retries where the result expression is %s', (resultExpression, found) => {
    expect(outcome({ resultExpression })).toMatchObject({
      type: 'fail',
      retries: 0,
      message: expect.stringContaining(found) as string,
      variables: { error: { type: 'InputError' } },
    });
    expect(statuses({ resultExpression })[1]).toBe('resultExpression failed');
  });

  it.each(['={a: ', '={a: noSuchFunction(x)}'])(
    'fails with no retries where the result expression %s has no value',
    (resultExpression) => {
      expect(outcome({ resultExpression })).toMatchObject({ type: 'fail', retries: 0 });
    },
  );

  it('is still known to the error expression when the result expression fails', () => {
    const headers = { resultExpression: '=7', errorExpression: '=bpmnError(error.type, response.entries[1].eventId)' };
    expect(outcome(headers)).toEqual({ type: 'bpmnError', code: 'InputError', message: 'e-1', variables: {} });
  });

  it('keeps warnings of FEEL as warnings', () => {
    const [, step] = finish({ resultExpression: '={a: missing}' }).steps;
    expect(step).toMatchObject({
      status: 'ok',
      value: { a: null },
      issues: [{ severity: 'warning', rule: 'feel-warning' }],
    });
  });

  it('fails with no retries where the variables take more than 1.5 MB', () => {
    const large: WorkResult = { kind: 'response', response: { text: 'é'.repeat(800_000) } };
    expect(outcome({ resultVariable: 'a' }, large)).toMatchObject({
      type: 'fail',
      retries: 0,
      message: expect.stringContaining('1572864') as string,
    });
    expect(outcome({}, large)).toMatchObject({ type: 'complete' });
  });
});

describe('an error expression after a success', () => {
  it.each(['=null', '={}', '=if 1 = 2 then bpmnError("A") else null'])('%s means no error', (errorExpression) => {
    expect(outcome({ errorExpression, resultVariable: 'a' })).toEqual({
      type: 'complete',
      variables: { a: RESPONSE },
    });
  });

  it.each([
    ['=bpmnError("", "no code")', 'an empty text'],
    ['=bpmnError(" ")', 'only white space'],
    ['=bpmnError(null)', 'null'],
    ['=bpmnError(error.code, error.message)', 'null'],
    ['={errorType: "bpmnError", message: "x"}', 'null'],
  ])('%s does not complete the job, and tells of the empty code', (errorExpression, found) => {
    expect(outcome({ errorExpression, resultVariable: 'a' })).toMatchObject({
      type: 'fail',
      retries: 0,
      message: expect.stringContaining(
        `The code of bpmnError is empty, so no BPMN error can be thrown: found ${found}.`,
      ) as string,
    });
  });

  it('sees the mapped variables, the raw response and the retries', () => {
    const headers = {
      resultExpression: '={id: entries[1].eventId}',
      errorExpression: '=bpmnError("E", id + " " + string(response.failedEntryCount) + " " + string(job.retries))',
    };
    expect(outcome(headers)).toMatchObject({ type: 'bpmnError', code: 'E', message: 'e-1 0 3' });
  });

  it('sees the fields of the response where nothing is mapped', () => {
    expect(outcome({ errorExpression: '=bpmnError("E", entries[1].eventId)' })).toMatchObject({ message: 'e-1' });
  });

  it('throws a BPMN error with its variables', () => {
    expect(outcome({ errorExpression: '=bpmnError("E-1", "why", {a: 1})' })).toEqual({
      type: 'bpmnError',
      code: 'E-1',
      message: 'why',
      variables: { a: 1 },
    });
  });

  it('takes a number as an error code', () => {
    expect(outcome({ errorExpression: '=bpmnError(404)' })).toMatchObject({
      type: 'bpmnError',
      code: '404',
      message: '',
    });
  });

  it('takes named parameters', () => {
    expect(outcome({ errorExpression: '=bpmnError(errorCode: "A", errorMessage: "b")' })).toMatchObject({
      code: 'A',
      message: 'b',
    });
  });

  it('fails the job with what jobError says', () => {
    expect(outcome({ errorExpression: '=jobError("bad", {a: 1}, job.retries - 1, duration("PT5M"))' })).toEqual({
      type: 'fail',
      message: 'bad',
      retries: 2,
      retryBackoffMs: 300_000,
      variables: { a: 1, error: 'bad' },
    });
  });

  it('fails the job with no retries and no backoff where jobError says nothing of them', () => {
    expect(outcome({ errorExpression: '=jobError("bad")', retryBackoffMs: 1000 })).toEqual({
      type: 'fail',
      message: 'bad',
      retries: 0,
      retryBackoffMs: 0,
      variables: { error: 'bad' },
    });
  });

  it.each([
    ['=jobError("bad", {}, 1.5)', 'retries of jobError'],
    ['=jobError("bad", {}, -1)', 'retries of jobError'],
    ['=jobError("bad", {}, "2")', 'retries of jobError'],
    ['=jobError("bad", {}, 2, "5 minutes")', 'retry backoff of jobError'],
    ['=jobError("bad", {}, 2, duration("P1M"))', 'retry backoff of jobError'],
    ['=jobError("bad", "text", 2)', 'variables of jobError'],
  ])('%s fails the job with both messages', (errorExpression, note) => {
    const result = outcome({ errorExpression });
    expect(result).toMatchObject({ type: 'fail', message: expect.stringMatching(/^bad\n/) as string });
    expect(result.type === 'fail' ? result.message : '').toContain(note);
  });

  it('completes with only the variables of ignoreError', () => {
    const headers = { resultVariable: 'a', errorExpression: '=ignoreError({b: 2})' };
    expect(outcome(headers)).toEqual({ type: 'complete', variables: { b: 2 } });
    expect(outcome({ ...headers, errorExpression: '=ignoreError()' })).toEqual({ type: 'complete', variables: {} });
  });

  it.each(['="oops"', '=[]', '={a: 1}', '=if x then', '=noSuchFunction(x)'])(
    '%s never lets the job complete',
    (errorExpression) => {
      expect(outcome({ errorExpression })).toMatchObject({ type: 'fail', retries: 0 });
      expect(statuses({ errorExpression })[2]).toBe('errorExpression failed');
    },
  );
});

describe('a failure', () => {
  it('uses one retry, with the backoff of the header and the variable error', () => {
    expect(outcome({ retryBackoffMs: 30_000 }, THROTTLED)).toEqual({
      type: 'fail',
      message: 'Slow down.',
      retries: 2,
      retryBackoffMs: 30_000,
      variables: {
        error: { type: 'AwsError', message: 'Slow down.', code: 'ThrottlingException', variables: { entry: 1 } },
      },
    });
    expect(statuses({}, THROTTLED)).toEqual([
      'response skipped',
      'resultExpression skipped',
      'errorExpression skipped',
    ]);
  });

  it.each([
    [1, 0],
    [0, 0],
    [-5, 0],
    [Number.NaN, 0],
    [2.9, 1],
  ])('of a job with %s retries leaves %i', (retries, left) => {
    expect(outcome({}, THROTTLED, retries)).toMatchObject({ retries: left });
  });

  it('of the input leaves no retries', () => {
    expect(outcome({}, BAD_INPUT)).toMatchObject({ retries: 0, message: 'input.source: Missing.' });
  });

  it('is seen by the error expression, with its response when there is one', () => {
    const errorExpression =
      '=bpmnError(error.code, error.message, {n: response.failedEntryCount, e: error.variables.entry})';
    expect(outcome({ errorExpression }, { ...THROTTLED, response: { failedEntryCount: 1 } })).toEqual({
      type: 'bpmnError',
      code: 'ThrottlingException',
      message: 'Slow down.',
      variables: { n: 1, e: 1 },
    });
  });

  it('can be ignored, or fail again with a longer wait', () => {
    expect(outcome({ errorExpression: '=ignoreError({ok: false})' }, THROTTLED)).toEqual({
      type: 'complete',
      variables: { ok: false },
    });
    const errorExpression =
      '=if error.code = "ThrottlingException" then jobError(error.message, {}, job.retries, "PT1H") else null';
    expect(outcome({ errorExpression }, THROTTLED)).toMatchObject({ retries: 3, retryBackoffMs: 3_600_000 });
  });

  it.each(['=null', '={}'])('stays a failure where the error expression %s says nothing', (errorExpression) => {
    expect(outcome({ errorExpression }, THROTTLED)).toMatchObject({
      type: 'fail',
      message: 'Slow down.',
      retries: 2,
    });
  });

  it('keeps its retries, and tells of the empty code of a BPMN error', () => {
    expect(outcome({ errorExpression: '=bpmnError(error.nothing)' }, THROTTLED)).toMatchObject({
      type: 'fail',
      retries: 2,
      message: expect.stringMatching(/^Slow down\.\n.*The code of bpmnError is empty.*found null/) as string,
    });
  });

  it.each(['=if x then', '=noSuchFunction(x)', '="oops"'])(
    'is not hidden by an error expression %s that fails',
    (errorExpression) => {
      const result = outcome({ errorExpression }, THROTTLED);
      expect(result).toMatchObject({
        type: 'fail',
        retries: 2,
        message: expect.stringMatching(/^Slow down\.\n/) as string,
      });
    },
  );

  it('has its message cut at 6,000 characters', () => {
    const long: WorkResult = { kind: 'failure', error: transientError('A', 'x'.repeat(7000)) };
    const result = outcome({}, long);
    expect(result.type === 'fail' ? result.message.length : 0).toBe(6000);
  });

  it('whose variables are too large keeps its type, message and code', () => {
    const error = transientError('A', 'why', 'code', { text: 'x'.repeat(2_000_000) });
    expect(outcome({}, { kind: 'failure', error })).toMatchObject({
      type: 'fail',
      message: 'why',
      retries: 2,
      variables: { error: { type: 'A', message: 'why', code: 'code' } },
    });
  });

  it('of a response nested 50,000 levels deep still ends the job', () => {
    const response = JSON.parse(`{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`) as JsonObject;
    expect(outcome({ resultVariable: 'a' }, { kind: 'response', response })).toMatchObject({
      type: 'fail',
      retries: 0,
    });
  });
});

describe('a secret', () => {
  const secret = 'wJalrXUtnFEMI';

  it('is masked in messages, variables, errors and steps', () => {
    const failure: WorkResult = {
      kind: 'failure',
      error: transientError('A', `denied ${secret}`, secret, { [secret]: secret }),
      response: { echo: secret },
    };
    const headers = { errorExpression: '=jobError(error.message + " " + response.echo, {code: error.code})' };
    expect(JSON.stringify(finish(headers, failure, 3, [secret]))).not.toContain(secret);
    expect(finish({}, failure, 3, [secret]).outcome).toMatchObject({ message: 'denied ***' });
  });

  it.each([
    ['resultExpression', `={"${secret}": "${secret}"}`],
    ['errorExpression', `=jobError("${secret}", {a: "${secret}"})`],
    ['errorExpression', `=bpmnError("${secret}", "${secret}", {a: "${secret}"})`],
    ['errorExpression', `=ignoreError({a: "${secret}"})`],
  ])('is masked where the %s itself spells it: %s', (header, expression) => {
    const text = JSON.stringify(finish({ [header]: expression }, SUCCESS, 3, [secret]));
    expect(text).toContain('***');
    expect(text).not.toContain(secret);
  });

  it('is masked in a result, also when the expression would spell it backwards', () => {
    const echo: WorkResult = { kind: 'response', response: { echo: secret } };
    const headers = { resultVariable: 'r', resultExpression: '={b: to base64(echo), s: substring(echo, 2)}' };
    const text = JSON.stringify(finish(headers, echo, 3, [secret]));
    expect(text).not.toContain(secret.slice(1));
    expect(text).not.toContain(Buffer.from(secret).toString('base64'));
  });
});
