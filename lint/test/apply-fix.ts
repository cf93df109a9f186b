import type { Fix } from '../src/core.ts';
import { applyFix as applyToModel } from '../src/fix/apply-fix.ts';

/** An element of bpmn-moddle, as far as a test needs it. */
interface Element {
  id?: string;
  $parent?: Element;
  $model: { create(type: string, attributes?: object): Element };
  [name: string]: unknown;
}

/** Makes a fix, what only a modeler can make of it just so far that it is proved to help. */
export function applyFix(definitions: object, fix: Fix, taskId: string): void {
  const task = find(definitions as Element, taskId); // the root that bpmn-moddle made
  if (!task) throw new Error(`no element ${taskId}`);
  for (const edit of fix.edits) {
    if (edit.kind === 'apply-template') {
      task['modelerTemplate'] = edit.templateId;
      task['modelerTemplateVersion'] = edit.version;
      // A modeler writes what the template fixes.
      applyToModel(task, { title: '', edits: [{ kind: 'set-job-type', jobType: 'eventbridge-kit:send-event:1' }] });
    } else if (edit.kind === 'add-error-boundary') {
      addErrorBoundary(task, edit.errorCode);
    }
  }
  applyToModel(task, fix);
}

function addErrorBoundary(task: Element, errorCode: string): void {
  const make = (type: string, attributes: object): Element => task.$model.create(type, attributes);
  const errorRef = make('bpmn:Error', { id: 'NewError', errorCode });
  const event = make('bpmn:BoundaryEvent', {
    id: 'NewBoundary',
    attachedToRef: task,
    eventDefinitions: [make('bpmn:ErrorEventDefinition', { errorRef })],
  });
  const scope = task.$parent;
  if (scope) scope['flowElements'] = [...childrenOf(scope, 'flowElements'), event];
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
