import { any, FeelContext, on, type FeelValue, type FunctionsByName } from 'camunda-feel';
import { isJsonObject, type Issue, type Json, type JsonObject } from '@eventbridge-kit/issue';
import type { Outcome } from '../../outcome.ts';

/** One way in which an error expression can end a job. */
export interface ErrorKind {
  /** Value of `errorType` in the context that the kind's function gives. */
  readonly type: string;
  /** The functions that an error expression calls for it. */
  readonly functions: FunctionsByName;
  /** The outcome that such a context asks for; without one the context means no error. */
  read(value: JsonObject): ErrorReading;
}

interface ErrorReading {
  readonly outcome?: Outcome;
  readonly issues: readonly Issue[];
}

/** Key that tells the kinds apart, as in Camunda's runtime: a context literal with it works too. */
export const ERROR_TYPE = 'errorType';

/**
 * The function of a kind: it gives a context with the kind's name and what it was called with.
 *
 * @param write how an argument stands in the context, default as it is
 */
export function errorFunction(
  type: string,
  parameters: readonly string[],
  write: (value: FeelValue) => FeelValue = (value) => value,
): FunctionsByName {
  const overloads = Array.from({ length: parameters.length + 1 }, (_none, count) =>
    on(
      parameters.slice(0, count),
      parameters.slice(0, count).map(() => any),
      (args, { budget }) => {
        const entries = parameters.map((name, index): [string, FeelValue] => [name, write(args[index] ?? null)]);
        budget.entries(entries.length + 1);
        return new FeelContext(new Map([[ERROR_TYPE, type], ...entries]));
      },
    ),
  );
  return { [type]: overloads };
}

/** An issue of the error expression. */
export function errorIssue(rule: string, message: string): Issue {
  return { rule, severity: 'error', field: 'errorExpression', message };
}

/** A value as text: a code may be written as a number. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Variables as a context; anything else but null is named in an issue. */
export function asVariables(value: Json | undefined, name: string): { variables: JsonObject; issues: Issue[] } {
  if (isJsonObject(value)) return { variables: value, issues: [] };
  if (value === undefined || value === null) return { variables: {}, issues: [] };
  const message = `The variables of ${name} must be a context: write for example {reason: error.message}.`;
  return { variables: {}, issues: [errorIssue('error-variables', message)] };
}
