import type { EventTask, Family } from '../event-task.ts';
import { isBlank, knownText, valueOf } from '../value.ts';
import { SEND_EVENT } from './ids.ts';
import { INPUTS, LABELS, REQUIRED } from './send-event.generated.ts';
import { TEMPLATE } from './template-id.generated.ts';

/** Tasks of this project's template. */
export const sendEventFamily: Family = {
  ...SEND_EVENT,
  templateVersion: TEMPLATE.version,
  labels: LABELS,
  inputs: INPUTS,
  required: requiredInputs,
  rejectedIsSuccess: false,
  secretRoots: ['authentication'],
  strictText: true,
  hasOwnJobType: () => false,
};

/** What the template requires, its conditions considered; a condition on a value that is not known does not hold. */
export function requiredInputs(task: EventTask): readonly string[] {
  return REQUIRED.flatMap(({ input, when }) => {
    if (!when) return [input];
    const value = valueOf(task, when.input);
    return (isBlank(value) ? when.otherwise : knownText(value)) === when.equals ? [input] : [];
  });
}
