import { FIELD_PLACES, type FieldPlace } from '../model/job-task.ts';
import { elementsOf, extensionOf, type Element } from './element.ts';
import type { Edit, Fix } from './fix.ts';

/** True for a fix that can be made in the model alone: a template's properties, and a shape, need a modeler. */
export function canApply({ edits }: Fix): boolean {
  return edits.every(({ kind }) => kind !== 'apply-template' && kind !== 'add-error-boundary');
}

/**
 * Makes the edits of a fix, but for those that need a modeler.
 *
 * @param task the task's element, which bpmn-moddle read with the zeebe descriptors
 */
export function applyFix(task: object, { edits }: Fix): void {
  for (const edit of edits) applyEdit(task as Element, edit);
}

function applyEdit(task: Element, edit: Edit): void {
  switch (edit.kind) {
    case 'set-field': {
      const { place, name, text } = edit;
      const { extension, list, item, name: nameKey, text: textKey } = FIELD_PLACES[place];
      const items = itemsOf(task, place);
      const found = items.findLast((entry) => entry[nameKey] === name);
      if (found) found[textKey] = text;
      else {
        const added = task.$model.create(item, { [nameKey]: name, [textKey]: text });
        extensionOf(task, extension)[list] = [...items, added];
      }
      return;
    }
    case 'remove-field': {
      const { place, name, occurrence } = edit;
      const { extension, list, name: nameKey } = FIELD_PLACES[place];
      const named = itemsOf(task, place).filter((entry) => entry[nameKey] === name);
      const removed = occurrence === undefined ? named : named.slice(occurrence, occurrence + 1);
      extensionOf(task, extension)[list] = itemsOf(task, place).filter((entry) => !removed.includes(entry));
      return;
    }
    case 'rename-input':
      for (const input of itemsOf(task, 'input')) if (input['target'] === edit.from) input['target'] = edit.to;
      return;
    case 'set-retries':
      extensionOf(task, 'zeebe:TaskDefinition')['retries'] = edit.text;
      return;
    case 'set-job-type':
      extensionOf(task, 'zeebe:TaskDefinition')['type'] = edit.jobType;
      return;
    case 'apply-template':
    case 'add-error-boundary':
      return;
    default:
      edit satisfies never;
  }
}

function itemsOf(task: Element, place: FieldPlace): Element[] {
  return elementsOf(extensionOf(task, FIELD_PLACES[place].extension), FIELD_PLACES[place].list);
}
