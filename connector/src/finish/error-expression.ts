import { checkWith, evaluateWith } from '../feel.ts';
import type { FeelWorld, FunctionsByName } from 'camunda-feel';
import { getOwn, isJsonObject, type Issue, type Json, type JsonObject } from '@eventbridge-kit/issue';
import type { Outcome } from '../outcome.ts';
import { BACKOFF_FUNCTION } from './backoff.ts';
import { noValueIssue, warningIssues } from './feel-issues.ts';
import { bpmnError } from './errors/bpmn-error.ts';
import { ERROR_TYPE, errorIssue, type ErrorKind } from './errors/error-kind.ts';
import { ignoreError } from './errors/ignore-error.ts';
import { jobError } from './errors/job-error.ts';
import { kindOf } from './map-result.ts';

/** The ways in which an error expression can end a job, in the order in which messages list them. */
const ERROR_KINDS: readonly ErrorKind[] = [bpmnError, jobError, ignoreError];

export interface ErrorExpressionResult {
  /** What the expression gave; absent when it gave no value. */
  readonly value?: Json;
  /** The outcome that it asks for; absent when it means no error, or failed. */
  readonly outcome?: Outcome;
  readonly issues: readonly Issue[];
}

const FIELD = 'errorExpression';

const FUNCTIONS = Object.assign(
  {},
  BACKOFF_FUNCTION,
  ...ERROR_KINDS.map(({ functions }) => functions),
) as FunctionsByName;

/** What is wrong with an error expression, whatever comes of the job. */
export function errorExpressionIssues(expression: string): Issue[] {
  const problem = checkWith(expression, FUNCTIONS);
  return problem === undefined ? [] : [noValueIssue(FIELD, 'The error expression', problem)];
}

/** Evaluates an error expression over its context. */
export function evaluateErrorExpression(
  expression: string,
  context: JsonObject,
  world: FeelWorld,
): ErrorExpressionResult {
  const result = evaluateWith(expression, context, world, FUNCTIONS);
  if (result.status !== 'ok') return { issues: [noValueIssue(FIELD, 'The error expression', result)] };
  const { value } = result;
  const warnings = warningIssues(FIELD, result.warnings);
  if (value === null || (isJsonObject(value) && Object.keys(value).length === 0)) return { value, issues: warnings };
  const kind = isJsonObject(value) ? ERROR_KINDS.find(({ type }) => type === getOwn(value, ERROR_TYPE)) : undefined;
  if (kind === undefined || !isJsonObject(value)) {
    const names = ERROR_KINDS.map(({ type }) => `${type}(...)`).join(', ');
    const found = isJsonObject(value) ? 'a context without an error' : kindOf(value);
    return {
      value,
      issues: [
        errorIssue(
          'error-expression-result',
          `The error expression must give null or an error: found ${found}, write ${names} or null.`,
        ),
        ...warnings,
      ],
    };
  }
  const reading = kind.read(value);
  return { value, ...reading, issues: [...reading.issues, ...warnings] };
}
