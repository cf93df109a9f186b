import { withTemplate } from '@eventbridge-kit/testkit/modeler/headless';
import { EMPTY_TASK, TASK_ID } from './empty-task.ts';

/**
 * A process of one task to which a modeler's own code applied the template: start, task, end, and a way out for the error
 * code `CAUGHT_CODE`. Throws when the modeler finds the template wrong.
 */
export function diagramWith(template: object): Promise<string> {
  return withTemplate(EMPTY_TASK, TASK_ID, template);
}
