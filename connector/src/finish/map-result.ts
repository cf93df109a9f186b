import { checkWith, evaluateFeel } from '../feel.ts';
import type { FeelWorld } from 'camunda-feel';
import type { ConnectorHeaders } from '../headers.ts';
import { isJsonObject, mergeOwn, setOwn, type Issue, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { noValueIssue, warningIssues } from './feel-issues.ts';
import { checkVariables } from './limits.ts';

interface MappedResult {
  /** The variables that go to the process; empty when an issue is an error. */
  readonly variables: JsonObject;
  readonly issues: readonly Issue[];
}

const FIELD = 'resultExpression';

/** The output variables of a response: the result variable, with the result expression's keys merged over. */
export function mapResult(headers: ConnectorHeaders, response: JsonObject, world: FeelWorld): MappedResult {
  const stored: JsonObject = {};
  if (headers.resultVariable !== undefined) setOwn(stored, headers.resultVariable.trim(), response);
  const expressed = headers.resultExpression === undefined ? none : express(headers.resultExpression, response, world);
  const variables = mergeOwn(stored, expressed.variables);
  const field = headers.resultExpression === undefined ? 'resultVariable' : FIELD;
  const issues = [...expressed.issues, ...checkVariables(variables, field)];
  return { variables: issues.some((issue) => issue.severity === 'error') ? {} : variables, issues };
}

/** What is wrong with a result expression, whatever the response is. */
export function resultExpressionIssues(expression: string): Issue[] {
  const problem = checkWith(expression, {});
  return problem === undefined ? [] : [noValueIssue(FIELD, 'The result expression', problem)];
}

const none: MappedResult = { variables: {}, issues: [] };

function express(expression: string, response: JsonObject, world: FeelWorld): MappedResult {
  const result = evaluateFeel(expression, mergeOwn(response, { response }), world);
  if (result.status !== 'ok') return { variables: {}, issues: [noValueIssue(FIELD, 'The result expression', result)] };
  const warnings = warningIssues(FIELD, result.warnings);
  if (result.value === null) return { variables: {}, issues: warnings };
  if (isJsonObject(result.value)) return { variables: result.value, issues: warnings };
  const message = `The result expression must give a context: found ${kindOf(result.value)}, write for example ={eventId: response.entries[1].eventId}.`;
  return {
    variables: {},
    issues: [{ rule: 'result-expression-context', severity: 'error', field: FIELD, message }, ...warnings],
  };
}

/** What a value is called in FEEL. The value itself is left out: it may be long or secret. */
export function kindOf(value: Json): string {
  if (Array.isArray(value)) return 'a list';
  const kinds: Readonly<Record<string, string>> = { string: 'a string', number: 'a number', boolean: 'a boolean' };
  return kinds[typeof value] ?? 'null';
}
