import { sendEventFamily } from '../model/families/send-event.ts';
import type { Edit, Fix } from '../fix/fix.ts';
import type { EventTask } from '../model/event-task.ts';

/** Headers that a template writes itself. */
const OF_THE_TEMPLATE = new Set(['elementTemplateId', 'elementTemplateVersion']);

/**
 * Turns a task of another family into one of this project's template, with all values kept. Undefined where that
 * cannot be: the task is one already, or a reusable credential stands in it, which this template does not have.
 */
export function convertToSendEvent(task: EventTask): Fix | undefined {
  const { family, inputs, headers, retries } = task;
  const [templateId] = sendEventFamily.templateIds;
  const version = sendEventFamily.templateVersion;
  if (family === sendEventFamily || version === undefined) return undefined;
  if (inputs.some(({ name }) => !sendEventFamily.inputs.includes(name))) return undefined;
  const kept = [...inputs, ...headers.filter(({ name }) => !OF_THE_TEMPLATE.has(name))];
  return {
    title: 'Change to "Send event to Amazon EventBridge"',
    edits: [
      { kind: 'apply-template', templateId, version },
      ...kept
        .filter(({ text }) => text !== '')
        .map(({ place, name, text }): Edit => ({ kind: 'set-field', place, name, text })),
      ...(retries ? [{ kind: 'set-retries', text: retries.text } as const] : []),
    ],
  };
}
