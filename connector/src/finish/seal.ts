import { cutText, issueText, getOwn, isJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';
import type { Mask } from '../mask/mask.ts';
import type { Outcome } from '../outcome.ts';
import { checkVariables, MAX_MESSAGE_LENGTH } from './limits.ts';

/**
 * The outcome as it may leave: secrets masked, message and variables within the engine's limits.
 *
 * @param checked variables that are known to be within them
 */
export function sealOutcome(outcome: Outcome, mask: Mask, checked?: JsonObject): Outcome {
  const variables = mask.json(outcome.variables) as JsonObject;
  const issues = variables === checked ? [] : checkVariables(variables, '');
  const fits = issues.length === 0;
  switch (outcome.type) {
    case 'complete':
      return fits ? { ...outcome, variables } : refused(issueText(issues));
    case 'bpmnError': {
      const message = cutText(mask.text(outcome.message), MAX_MESSAGE_LENGTH);
      return fits ? { ...outcome, code: mask.text(outcome.code), message, variables } : refused(issueText(issues));
    }
    case 'fail': {
      const message = cutText(mask.text(outcome.message), MAX_MESSAGE_LENGTH) || 'The job failed without a message.';
      return { ...outcome, message, variables: fits ? variables : { error: smallError(getOwn(variables, 'error')) } };
    }
  }
}

function refused(message: string): Outcome {
  return { type: 'fail', message, retries: 0, retryBackoffMs: 0, variables: { error: message } };
}

/** What is left of an error whose variables are too large: why it failed must reach the engine in any case. */
function smallError(error: Json | undefined): Json {
  if (typeof error === 'string') return cutText(error, MAX_MESSAGE_LENGTH);
  if (!isJsonObject(error)) return null;
  const { type = null, message = null, code = null } = error;
  return { type, message: typeof message === 'string' ? cutText(message, MAX_MESSAGE_LENGTH) : null, code };
}
