import { parseDurationMs } from '../../duration.ts';
import { FeelDuration, type FeelValue } from 'camunda-feel';
import { getOwn, mergeOwn, type Issue, type Json } from '@eventbridge-kit/issue';
import { asText, asVariables, errorIssue, errorFunction, type ErrorKind } from './error-kind.ts';

const NAME = 'jobError';

// Retries are a 32-bit integer in the engine's API: https://docs.camunda.io/docs/apis-tools/zeebe-api/gateway-service/#failjob-rpc
const MAX_RETRIES = 2_147_483_647;

/** `jobError(message[, variables = {}[, retries = 0[, retryBackoff = PT0S]]])`: the job fails, with `error` = message. */
export const jobError: ErrorKind = {
  type: NAME,
  functions: errorFunction(NAME, ['errorMessage', 'variables', 'retries', 'retryBackoff'], exactDuration),
  read: (value) => {
    const message = asText(getOwn(value, 'errorMessage') ?? getOwn(value, 'message'));
    const { variables, issues } = asVariables(getOwn(value, 'variables'), NAME);
    const retries = readRetries(getOwn(value, 'retries') ?? 0);
    const backoff = readBackoff(getOwn(value, 'retryBackoff') ?? 'PT0S');
    const outcome = {
      type: 'fail',
      message,
      // A wrong number or duration must show up as an incident, not as a job that is tried at the wrong time.
      retries: backoff.issues.length > 0 ? 0 : retries.value,
      retryBackoffMs: backoff.value,
      variables: mergeOwn(variables, { error: message }),
    } as const;
    return { outcome, issues: [...issues, ...retries.issues, ...backoff.issues] };
  },
};

/** The engine's text of a duration has whole seconds; a wait that grows begins with parts of one. */
function exactDuration(value: FeelValue): FeelValue {
  if (!(value instanceof FeelDuration)) return value;
  const millis = Number(value.millis);
  return millis % 1000 === 0 ? value : `PT${(millis / 1000).toFixed(3)}S`;
}

interface Read {
  readonly value: number;
  readonly issues: Issue[];
}

function readRetries(value: Json): Read {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_RETRIES)
    return { value, issues: [] };
  const message = `The retries of jobError must be a whole number of 0 or more: found ${asText(value)}, write for example job.retries - 1.`;
  return { value: 0, issues: [errorIssue('error-retries', message)] };
}

function readBackoff(value: Json): Read {
  const duration = parseDurationMs(asText(value));
  if (duration.ok) return { value: duration.ms, issues: [] };
  return {
    value: 0,
    issues: [errorIssue('error-backoff', `The retry backoff of jobError is wrong. ${duration.message}`)],
  };
}
