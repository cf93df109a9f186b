import type { Edit, EditKind, Fix } from '../src/core.ts';
import { FIELD_PLACES, type Place } from '../src/task.ts';

/** An element of bpmn-moddle, as far as a test needs it. */
interface Element {
  $type: string;
  id?: string;
  $parent?: Element;
  $model: { create(type: string, attributes?: object): Element };
  [name: string]: unknown;
}

type Apply<K extends EditKind> = (task: Element, edit: Extract<Edit, { kind: K }>) => void;

/** How each edit is done without a modeler: enough to prove that a fix mends. */
const APPLY: { readonly [K in EditKind]: Apply<K> } = {
  'set-field'(task, { place, name, text }) {
    const { list, item, name: nameKey, text: textKey } = FIELD_PLACES[place];
    const found = listOf(task, place).findLast((entry) => entry[nameKey] === name);
    if (found) found[textKey] = text;
    else
      extension(task, FIELD_PLACES[place].extension)[list] = [
        ...listOf(task, place),
        task.$model.create(item, { [nameKey]: name, [textKey]: text }),
      ];
  },
  'remove-field'(task, { place, name, occurrence }) {
    const { list, name: nameKey } = FIELD_PLACES[place];
    let seen = -1;
    extension(task, FIELD_PLACES[place].extension)[list] = listOf(task, place).filter((entry) => {
      if (entry[nameKey] !== name) return true;
      seen += 1;
      return occurrence !== undefined && occurrence !== seen;
    });
  },
  'rename-input'(task, { from, to }) {
    for (const input of listOf(task, 'input')) if (input['target'] === from) input['target'] = to;
  },
  'set-retries'(task, { text }) {
    extension(task, 'zeebe:TaskDefinition')['retries'] = text;
  },
  'set-job-type'(task, { jobType }) {
    extension(task, 'zeebe:TaskDefinition')['type'] = jobType;
  },
  'apply-template'(task, { templateId, version }) {
    task['modelerTemplate'] = templateId;
    task['modelerTemplateVersion'] = version;
    // A modeler writes what the template fixes.
    extension(task, 'zeebe:TaskDefinition')['type'] = 'eventbridge-kit:send-event:1';
  },
  'add-error-boundary'(task, { errorCode }) {
    const make = (type: string, attributes: object): Element => task.$model.create(type, attributes);
    const errorRef = make('bpmn:Error', { id: 'NewError', errorCode });
    const event = make('bpmn:BoundaryEvent', {
      id: 'NewBoundary',
      attachedToRef: task,
      eventDefinitions: [make('bpmn:ErrorEventDefinition', { errorRef })],
    });
    const scope = task.$parent;
    if (scope) scope['flowElements'] = [...childrenOf(scope, 'flowElements'), event];
  },
};

export function applyFix(definitions: object, { edits }: Fix, taskId: string): void {
  const task = find(definitions as Element, taskId); // the root that bpmn-moddle made
  if (!task) throw new Error(`no element ${taskId}`);
  for (const edit of edits) apply(task, edit);
}

function apply(task: Element, edit: Edit): void {
  // The table's key is the edit's own kind, which the compiler cannot follow through the union.
  (APPLY[edit.kind] as (task: Element, edit: Edit) => void)(task, edit);
}

function find(element: Element, id: string): Element | undefined {
  if (element.id === id) return element;
  for (const list of ['rootElements', 'flowElements']) {
    for (const child of childrenOf(element, list)) {
      const found = find(child, id);
      if (found) return found;
    }
  }
  return undefined;
}

function childrenOf(element: Element, list: string): Element[] {
  return (element[list] ?? []) as Element[]; // lists of bpmn-moddle hold elements
}

function listOf(task: Element, place: Place): Element[] {
  return childrenOf(extension(task, FIELD_PLACES[place].extension), FIELD_PLACES[place].list);
}

function extension(task: Element, type: string): Element {
  const elements = task['extensionElements'] as Element; // every task of the tests has some
  const values = childrenOf(elements, 'values');
  const found = values.find(({ $type }) => $type === type);
  if (found) return found;
  const made = task.$model.create(type);
  elements['values'] = [...values, made];
  return made;
}
