import { cutText, issueText, getOwn, isJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';
import type { Mask } from '../mask/mask.ts';
import type { Outcome } from '../outcome.ts';
import { checkVariables, MAX_MESSAGE_LENGTH } from './limits.ts';

/** The outcome as it may leave: secrets masked, message and variables within the engine's limits. */
export function sealOutcome(outcome: Outcome, mask: Mask): Outcome {
  const masked = { ...outcome, variables: mask.json(outcome.variables) as JsonObject };
  const issues = checkVariables(masked.variables, '');
  if (masked.type === 'complete') return issues.length === 0 ? masked : refused(issueText(issues), 0);
  const message = mask.text(masked.message);
  if (masked.type === 'bpmnError') {
    return issues.length === 0
      ? { ...masked, code: mask.text(masked.code), message: cutText(message, MAX_MESSAGE_LENGTH) }
      : refused(issueText(issues), 0);
  }
  const variables = issues.length === 0 ? masked.variables : { error: smallError(getOwn(masked.variables, 'error')) };
  return { ...masked, message: cutText(message, MAX_MESSAGE_LENGTH) || 'The job failed without a message.', variables };
}

function refused(message: string, retryBackoffMs: number): Outcome {
  return { type: 'fail', message, retries: 0, retryBackoffMs, variables: { error: message } };
}

/** What is left of an error whose variables are too large: why it failed must reach the engine in any case. */
function smallError(error: Json | undefined): Json {
  if (typeof error === 'string') return cutText(error, MAX_MESSAGE_LENGTH);
  if (!isJsonObject(error)) return null;
  const { type = null, message = null, code = null } = error;
  return { type, message: typeof message === 'string' ? cutText(message, MAX_MESSAGE_LENGTH) : null, code };
}
