/** A task as lint reads it, without any rule: little enough for a modeler to load at its start. */
import { familyOf, OFFICIAL, SEND_EVENT } from './model/families/ids.ts';
import { jobTypeOf, readJobTask, templateIdOf } from './model/job-task.ts';
import { isNode, type ModdlePath } from './model/node.ts';

export type { ModdlePath };
export {
  FIELD_PLACES,
  readJobTask,
  type JobTask,
  type FieldPlace,
  type TaskField,
  type TaskText,
  type TemplateRef,
} from './model/job-task.ts';

export { templateProperties } from './fix/apply-template.ts';
export { conversionOf, lostText, type Conversion } from './fix/conversion.ts';
export type { Template } from './model/template.ts';
export { EVENT_JOB_TYPES, OFFICIAL, SEND_EVENT, type FamilyId } from './model/families/ids.ts';

/**
 * Whether the element is a task that puts an event on Amazon EventBridge: by its template, else by its job type. The
 * rules look at exactly these.
 */
export function isEventTask(element: unknown): boolean {
  return isNode(element) && familyOf([SEND_EVENT, OFFICIAL], templateIdOf(element), jobTypeOf(element)) !== undefined;
}

/**
 * Way from the element to the text of a field that counts: an input mapping (`input.source`), else a task header
 * (`resultExpression`), of several the last. Undefined where the task has no such field.
 */
export function pathOfField(element: unknown, field: string): ModdlePath | undefined {
  const { inputs = [], headers = [] } = readJobTask(element) ?? {};
  const isMeant = ({ name }: { readonly name: string }): boolean => name === field;
  return (inputs.findLast(isMeant) ?? headers.findLast(isMeant))?.path;
}
