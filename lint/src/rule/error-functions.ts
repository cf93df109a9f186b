/** A function that an error expression has besides the engine's own. */
export interface ConnectorFunction {
  readonly name: string;
  readonly minArgs: number;
  readonly maxArgs: number;
  /** A number of arguments between the two that it does not take. */
  readonly exceptArgs?: number;
}

/** One that ends a job. */
export interface ErrorFunction extends ConnectorFunction {
  /** Which argument holds variables, counted from 0. */
  readonly variables: number;
}

/** The ways in which an error expression ends a job; a test holds them against the connector's own. */
// https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs
export const BPMN_ERROR = { name: 'bpmnError', minArgs: 1, maxArgs: 3, variables: 2 } as const satisfies ErrorFunction;
export const JOB_ERROR = { name: 'jobError', minArgs: 1, maxArgs: 4, variables: 1 } as const satisfies ErrorFunction;
const IGNORE_ERROR = {
  name: 'ignoreError',
  minArgs: 0,
  maxArgs: 1,
  variables: 0,
} as const satisfies ErrorFunction;

export const ERROR_FUNCTIONS: readonly ErrorFunction[] = [BPMN_ERROR, JOB_ERROR, IGNORE_ERROR];

/** Waits that grow with each attempt, for the retry backoff of jobError. */
// https://github.com/camunda/connectors/issues/6710
export const BACKOFF = { name: 'backoff', minArgs: 1, maxArgs: 5, exceptArgs: 2 } as const satisfies ConnectorFunction;

/** All that an error expression can call. */
export const EXPRESSION_FUNCTIONS: readonly ConnectorFunction[] = [...ERROR_FUNCTIONS, BACKOFF];
