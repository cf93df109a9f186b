import { readJobTask, type ModdlePath } from 'bpmnlint-plugin-eventbridge/task';
import type { ModdleElement } from '../host/moddle.ts';

/**
 * The moddle path of a field's text. A field is an input mapping (`input.source`) or a task header
 * (`resultExpression`), of several the last, which counts; `undefined` where the task has no such field.
 */
export function fieldPath(businessObject: ModdleElement, field: string): ModdlePath | undefined {
  const { inputs = [], headers = [] } = readJobTask(businessObject) ?? {};
  const isMeant = ({ name }: { readonly name: string }): boolean => name === field;
  return (inputs.findLast(isMeant) ?? headers.findLast(isMeant))?.path;
}
