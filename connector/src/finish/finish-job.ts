import { inputError, type ConnectorError } from '../connector-error.ts';
import type { FeelWorld } from 'camunda-feel';
import type { ConnectorHeaders } from '../headers.ts';
import { cutText, issueText, mergeOwn, type Issue, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { maskIssue, type Mask } from '../mask/mask.ts';
import type { FailOutcome, Outcome } from '../outcome.ts';
import { errorExpressionIssues, evaluateErrorExpression, type ErrorExpressionResult } from './error-expression.ts';
import { MAX_MESSAGE_LENGTH } from './limits.ts';
import { mapResult, resultExpressionIssues } from './map-result.ts';
import { sealOutcome } from './seal.ts';

interface FinishInput {
  readonly headers: ConnectorHeaders;
  /** Retries that the job has left, this try included: the job's own `retries`. */
  readonly retries: number;
  readonly result: WorkResult;
  readonly world: FeelWorld;
  /** Hides the secrets that the job's input used. */
  readonly mask: Mask;
  /** False: steps keep no values, where nobody reads them; default true. */
  readonly traceValues?: boolean;
}

/** What the connector's work gave. */
export type WorkResult =
  | { readonly kind: 'response'; readonly response: JsonObject }
  | { readonly kind: 'failure'; readonly error: ConnectorError; readonly response?: JsonObject };

/** What one step at the end of a job did. */
interface FinishStep {
  readonly step: 'response' | 'resultExpression' | 'errorExpression';
  readonly status: 'ok' | 'failed' | 'skipped';
  /** What the step produced, secrets masked; absent when skipped. */
  readonly value?: Json;
  readonly issues: readonly Issue[];
}

interface FinishResult {
  /** The three steps in their order. */
  readonly steps: readonly FinishStep[];
  readonly outcome: Outcome;
}

/** What is known of the job when its error expression runs. */
interface Finished {
  readonly steps: readonly FinishStep[];
  readonly response?: JsonObject;
  readonly variables: JsonObject;
  readonly failure?: ConnectorError;
}

/**
 * Turns the work's result into the job's one outcome, by the headers.
 *
 * A response is mapped by the result variable and the result expression. Then the error expression sees what came out,
 * success or failure, and may end the job in its own way. Without its word, a response completes the job; a failure
 * uses one retry, or all of them when trying again cannot help. A failed error expression never hides a failure, and
 * never lets a job complete. Secrets are masked in all that leaves. Never throws.
 */
export function finishJob({ headers, retries, result, world, mask, traceValues = true }: FinishInput): FinishResult {
  const left = Number.isFinite(retries) ? Math.max(0, Math.trunc(retries)) : 0;
  const finished = readResult(maskResult(result, mask), headers, world);
  const usual = usualOutcome(finished, headers, left);
  if (headers.errorExpression === undefined)
    return finish(finished, skipped('errorExpression'), usual, { mask, traceValues });
  const examined = evaluateErrorExpression(headers.errorExpression, errorContext(finished, left), world);
  return finish(finished, errorStep(examined), chooseOutcome(usual, examined, headers), { mask, traceValues });
}

/**
 * What is wrong with a job's expressions before there is anything to evaluate them over. A job with such an issue must not
 * be worked on: it would do its work, and then end in an incident, each time it is resolved.
 */
export function checkExpressions({ resultExpression, errorExpression }: ConnectorHeaders): Issue[] {
  return [
    ...(resultExpression === undefined ? [] : resultExpressionIssues(resultExpression)),
    ...(errorExpression === undefined ? [] : errorExpressionIssues(errorExpression)),
  ];
}

function maskResult(result: WorkResult, mask: Mask): WorkResult {
  const { response } = result;
  const masked = response === undefined ? {} : { response: mask.json(response) as JsonObject };
  if (result.kind === 'response') return { ...result, ...masked };
  const { error } = result;
  const hidden = {
    type: mask.text(error.type),
    message: mask.text(error.message),
    variables: mask.json(error.variables) as JsonObject,
  };
  return {
    ...result,
    ...masked,
    error: { ...error, ...hidden, code: error.code === null ? null : mask.text(error.code) },
  };
}

function readResult(result: WorkResult, headers: ConnectorHeaders, world: FeelWorld): Finished {
  if (result.kind === 'failure') {
    const { error, response } = result;
    const first = response === undefined ? skipped('response') : responseStep(response);
    return {
      steps: [first, skipped('resultExpression')],
      ...(response !== undefined && { response }),
      variables: {},
      failure: error,
    };
  }
  const { response } = result;
  const { variables, issues } = mapResult(headers, response, world);
  const errors = errorsOf(issues);
  const status = errors.length > 0 ? 'failed' : 'ok';
  const steps: FinishStep[] = [responseStep(response), { step: 'resultExpression', status, value: variables, issues }];
  return { steps, response, variables, ...(errors.length > 0 && { failure: inputError(errors) }) };
}

function usualOutcome({ failure, variables }: Finished, headers: ConnectorHeaders, retries: number): Outcome {
  if (failure === undefined) return { type: 'complete', variables };
  return {
    type: 'fail',
    message: failure.message,
    retries: failure.inputError ? 0 : Math.max(0, retries - 1),
    retryBackoffMs: headers.retryBackoffMs ?? 0,
    variables: { error: errorValue(failure) },
  };
}

function errorValue({ type, message, code, variables }: ConnectorError): JsonObject {
  return { type, message: cutText(message, MAX_MESSAGE_LENGTH), code, variables };
}

function errorContext({ failure, variables, response }: Finished, retries: number): JsonObject {
  const raw = response === undefined ? {} : { response };
  const job = { job: { retries } };
  if (failure !== undefined) return mergeOwn(raw, { error: errorValue(failure) }, job);
  return mergeOwn(Object.keys(variables).length > 0 ? variables : (response ?? {}), raw, job);
}

function chooseOutcome(usual: Outcome, examined: ErrorExpressionResult, headers: ConnectorHeaders): Outcome {
  const errors = errorsOf(examined.issues);
  const { outcome } = examined;
  if (errors.length === 0) return outcome ?? usual;
  if (outcome?.type === 'fail') return withNote(outcome, errors);
  if (usual.type === 'fail') return withNote(usual, errors);
  const { message, ...error } = inputError(errors);
  return {
    type: 'fail',
    message,
    retries: 0,
    retryBackoffMs: headers.retryBackoffMs ?? 0,
    variables: { error: errorValue({ message, ...error }) },
  };
}

function withNote(outcome: FailOutcome, issues: readonly Issue[]): FailOutcome {
  return { ...outcome, message: [outcome.message, issueText(issues)].filter((text) => text !== '').join('\n') };
}

function finish(
  finished: Finished,
  last: FinishStep,
  outcome: Outcome,
  { mask, traceValues }: Required<Pick<FinishInput, 'mask' | 'traceValues'>>,
): FinishResult {
  const steps = [...finished.steps, last].map(({ step, status, value, issues }) => ({
    step,
    status,
    ...(traceValues && value !== undefined && { value: mask.json(value) }),
    issues: issues.map((issue) => maskIssue(issue, mask)),
  }));
  return { steps, outcome: sealOutcome(outcome, mask, finished.variables) };
}

function responseStep(response: JsonObject): FinishStep {
  return { step: 'response', status: 'ok', value: response, issues: [] };
}

function errorStep({ value, issues }: ErrorExpressionResult): FinishStep {
  const status = errorsOf(issues).length > 0 ? 'failed' : 'ok';
  return { step: 'errorExpression', status, ...(value !== undefined && { value }), issues };
}

function skipped(step: FinishStep['step']): FinishStep {
  return { step, status: 'skipped', issues: [] };
}

function errorsOf(issues: readonly Issue[]): Issue[] {
  return issues.filter((issue) => issue.severity === 'error');
}
