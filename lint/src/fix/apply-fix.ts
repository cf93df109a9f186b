import { FIELD_PLACES, type Place } from '../model/job-task.ts';
import type { Edit, EditKind, Fix } from './fix.ts';

/** An element of bpmn-moddle, as an edit changes it. */
interface Element {
  readonly $type: string;
  readonly $model: { create(type: string, attributes?: object): Element };
  [name: string]: unknown;
}

/** Edits that need a modeler: a template's other properties, a place in the drawing. */
type OfModelers = 'apply-template' | 'add-error-boundary';

type EditOf<Kind extends EditKind> = Extract<Edit, { kind: Kind }>;

const APPLY: { readonly [Kind in Exclude<EditKind, OfModelers>]: (task: Element, edit: EditOf<Kind>) => void } = {
  'set-field'(task, { place, name, text }) {
    const { list, item, name: nameKey, text: textKey } = FIELD_PLACES[place];
    const found = itemsOf(task, place).findLast((entry) => entry[nameKey] === name);
    if (found) found[textKey] = text;
    else {
      const items = [...itemsOf(task, place), task.$model.create(item, { [nameKey]: name, [textKey]: text })];
      extensionOf(task, FIELD_PLACES[place].extension)[list] = items;
    }
  },
  'remove-field'(task, { place, name, occurrence }) {
    const { list, name: nameKey } = FIELD_PLACES[place];
    let seen = -1;
    extensionOf(task, FIELD_PLACES[place].extension)[list] = itemsOf(task, place).filter((entry) => {
      if (entry[nameKey] !== name) return true;
      seen += 1;
      return occurrence !== undefined && occurrence !== seen;
    });
  },
  'rename-input'(task, { from, to }) {
    for (const input of itemsOf(task, 'input')) if (input['target'] === from) input['target'] = to;
  },
  'set-retries'(task, { text }) {
    extensionOf(task, 'zeebe:TaskDefinition')['retries'] = text;
  },
  'set-job-type'(task, { jobType }) {
    extensionOf(task, 'zeebe:TaskDefinition')['type'] = jobType;
  },
};

/** True for a fix that can be made in the model alone, without a modeler. */
export function canApply({ edits }: Fix): boolean {
  return edits.every(({ kind }) => Object.hasOwn(APPLY, kind));
}

/**
 * Makes the edits of a fix.
 *
 * @param task the task's element, which bpmn-moddle read with the zeebe descriptors
 */
export function applyFix(task: object, { edits }: Fix): void {
  for (const edit of edits) {
    if (edit.kind === 'apply-template' || edit.kind === 'add-error-boundary') continue;
    // The table's key is the edit's own kind, which the compiler cannot follow through the union.
    (APPLY[edit.kind] as (task: Element, edit: Edit) => void)(task as Element, edit);
  }
}

function itemsOf(task: Element, place: Place): Element[] {
  return elementsOf(extensionOf(task, FIELD_PLACES[place].extension), FIELD_PLACES[place].list);
}

/** The task's extension element of a type; made where there is none. */
function extensionOf(task: Element, type: string): Element {
  const elements = (task['extensionElements'] ??= task.$model.create('bpmn:ExtensionElements')) as Element; // its type
  const values = elementsOf(elements, 'values');
  const found = values.find(({ $type }) => $type === type);
  if (found) return found;
  const made = task.$model.create(type);
  elements['values'] = [...values, made];
  return made;
}

function elementsOf(element: Element, list: string): Element[] {
  return (element[list] ?? []) as Element[]; // lists of bpmn-moddle hold elements
}
