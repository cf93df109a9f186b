import { templateProperties } from 'bpmnlint-plugin-eventbridge/task';
import type { Shape } from '../host.ts';
import type { FixTools, Template } from './tools.ts';

/**
 * Applies a template, and keeps every value that has a place in it. What the template makes of the task is written as one
 * command of ours; the host's own code then goes over it. Where it writes alone, it drops what a condition of the new
 * template hides at first, and its undo leaves attributes of its own behind wherever it had to sort the fields
 * (bpmn-js-element-templates 2.37). Another element type only the host can give.
 */
export function applyTemplate({ modeling, templates }: FixTools, element: Shape, template: Template): Shape {
  const { businessObject } = element;
  const type = template.elementType?.value ?? businessObject.$type;
  if (type !== businessObject.$type) return templates?.applyTemplate(element, template) ?? element;
  modeling.updateModdleProperties(element, businessObject, templateProperties(businessObject, template));
  return element;
}
