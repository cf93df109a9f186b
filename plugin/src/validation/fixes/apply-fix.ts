import type { Edit, Fix } from 'bpmnlint-plugin-eventbridge/core';
import type { Shape } from '../host.ts';
import { addErrorBoundary } from './add-error-boundary.ts';
import { applyTemplate } from './apply-template.ts';
import { addItem, itemsNamed, propertiesOf, removeItems, updateTaskDefinition } from './extensions.ts';
import type { FixTools, Template } from './tools.ts';

type ApplyTemplate = Extract<Edit, { readonly kind: 'apply-template' }>;

/** False where this modeler cannot make an edit of the fix: the fix is not offered then. */
export function canApply(tools: FixTools, { edits }: Fix): boolean {
  return edits.every((edit) => edit.kind !== 'apply-template' || Boolean(templateOf(tools, edit)));
}

/** Makes every edit of a fix. Returns the element that the task is then: most often the same. */
export function applyFix(tools: FixTools, element: Shape, { edits }: Fix): Shape {
  return edits.reduce((at, edit) => applyEdit(tools, at, edit), element);
}

function applyEdit(tools: FixTools, element: Shape, edit: Edit): Shape {
  switch (edit.kind) {
    case 'set-field': {
      const { place, name, text } = edit;
      // Of several of a name the last counts.
      const item = itemsNamed(element, place, name).at(-1);
      if (item) tools.modeling.updateModdleProperties(element, item, propertiesOf(place, { text }));
      else addItem(tools, element, place, propertiesOf(place, { name, text }));
      return element;
    }
    case 'remove-field': {
      const { place, name, occurrence } = edit;
      const items = itemsNamed(element, place, name);
      const removed = occurrence === undefined ? items : items.slice(occurrence, occurrence + 1);
      removeItems(tools, element, place, removed);
      return element;
    }
    case 'rename-input':
      for (const item of itemsNamed(element, 'input', edit.from)) {
        tools.modeling.updateModdleProperties(element, item, propertiesOf('input', { name: edit.to }));
      }
      return element;
    case 'set-retries':
      updateTaskDefinition(tools, element, { retries: edit.text });
      return element;
    case 'set-job-type':
      updateTaskDefinition(tools, element, { type: edit.jobType });
      return element;
    case 'apply-template': {
      const template = templateOf(tools, edit);
      return template ? applyTemplate(tools, element, template) : element;
    }
    case 'add-error-boundary':
      addErrorBoundary(tools, element, edit.errorCode);
      return element;
    default:
      edit satisfies never;
      return element;
  }
}

function templateOf({ templates }: FixTools, { templateId, version }: ApplyTemplate): Template | null | undefined {
  return templates?.get(templateId, version);
}
