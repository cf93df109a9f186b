import { conversionOf } from '../fix/conversion.ts';
import type { Fix } from '../fix/fix.ts';
import { PLACES } from '../model/families/send-event.generated.ts';
import { isFor } from '../model/template.ts';
import { sendEventFamily } from '../model/families/send-event.ts';
import type { EventTask } from '../model/event-task.ts';

/**
 * Turns a task of another family into one of this project's template, with all values kept. Undefined where that
 * cannot be: the task is one already, the engine is too old for the template, or the task says something that the template has no place for, a reusable credential for one.
 */
export function convertToSendEvent(task: EventTask): Fix | undefined {
  if (task.family === sendEventFamily || !isFor(PLACES, task.engine)) return undefined;
  const conversion = conversionOf(task, PLACES);
  return conversion.lost.length > 0 ? undefined : conversion.fix('Change to "Send event to Amazon EventBridge"');
}
