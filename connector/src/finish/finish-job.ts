import type { ConnectorError } from '../connector-error.ts';
import type { FeelWorld } from '../feel/world.ts';
import { evaluateFeel } from '../feel/evaluate.ts';
import type { ConnectorHeaders } from '../headers.ts';
import type { JsonObject } from '../json.ts';
import type { Mask } from '../mask.ts';
import type { Outcome } from '../outcome.ts';
import { isJsonObject, mergeOwn } from '../own.ts';
import type { StepResult } from '../trace.ts';

export interface FinishInput {
  readonly headers: ConnectorHeaders;
  /** Retries that the job has left, this try included. */
  readonly retries: number;
  readonly result: WorkResult;
  readonly world: FeelWorld;
  readonly mask: Mask;
}

/** What the connector's work gave. */
export type WorkResult =
  | { readonly kind: 'response'; readonly response: JsonObject }
  | { readonly kind: 'failure'; readonly error: ConnectorError; readonly response?: JsonObject };

export interface FinishResult {
  /** The steps `response`, `resultExpression` and `errorExpression`, in this order. */
  readonly steps: readonly StepResult[];
  readonly outcome: Outcome;
}

/** Turns the work's result into the job's one outcome, by the headers. Never throws. */
export function finishJob({ headers, retries, result, world, mask }: FinishInput): FinishResult {
  const { response } = result;
  const steps: StepResult[] = [
    response === undefined
      ? { step: 'response', status: 'skipped', issues: [] }
      : { step: 'response', status: 'ok', value: mask.json(response), issues: [] },
  ];
  if (result.kind === 'failure') {
    steps.push(
      { step: 'resultExpression', status: 'skipped', issues: [] },
      { step: 'errorExpression', status: 'skipped', issues: [] },
    );
    const message = mask.text(result.error.message).slice(0, 6000);
    return {
      steps,
      outcome: {
        type: 'fail',
        message,
        retries: result.error.inputError ? 0 : Math.max(0, retries - 1),
        retryBackoffMs: headers.retryBackoffMs ?? 0,
        variables: { error: message },
      },
    };
  }
  const variables: JsonObject =
    headers.resultVariable === undefined ? {} : { [headers.resultVariable]: result.response };
  const mapped =
    headers.resultExpression === undefined
      ? undefined
      : evaluateFeel(headers.resultExpression, { ...result.response, response: result.response }, world);
  const extra = mapped?.status === 'ok' && isJsonObject(mapped.value) ? mapped.value : {};
  steps.push(
    { step: 'resultExpression', status: 'ok', value: extra, issues: [] },
    { step: 'errorExpression', status: 'ok', value: null, issues: [] },
  );
  return { steps, outcome: { type: 'complete', variables: mergeOwn(variables, extra) } };
}
