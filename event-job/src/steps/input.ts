import { CHECKED_FIELDS } from '@eventbridge-kit/eventbridge';
import type { Issue, Json, JsonObject } from '@eventbridge-kit/issue';
import { sendEvent, type SendEventInput } from '@eventbridge-kit/templates';
import { parseJobInput } from 'element-template-generator/job-input';
import { withNotes } from '../notes.ts';
import { wrongInput, type StepDone } from '../step.ts';

/**
 * Reads the variables as the template's definition says; length and form of the event's fields are left to the checks.
 *
 * @param notes what is already known about fields, told with an error in the same field
 */
export function readInput(variables: JsonObject, notes: readonly Issue[]): StepDone<SendEventInput> {
  const result = parseJobInput(sendEvent, variables, { checkedElsewhere: CHECKED_FIELDS });
  if (!result.ok) return wrongInput(withNotes(result.issues, notes));
  // Made of the variables, which are JSON.
  return { ok: true, value: result.input, show: () => result.input as unknown as Json };
}
