import type { DiagramElement } from 'bpmn-js-eventbridge';
import type { Files } from './files.ts';
import type { View } from './layout/view.ts';
import type { Modeler } from './modeler.ts';
import { showNotice } from './notice.ts';
import { byId, make } from './page.ts';

/** Joins the buttons of index.html to what they do. */
export function listenToToolbar(files: Files, modeler: Modeler, view: View): void {
  const input = make('input', { type: 'file', accept: '.bpmn,.xml,.json' });
  byId('new').addEventListener('click', () => void files.openEmpty());
  byId('open').addEventListener('click', () => input.click());
  byId('save').addEventListener('click', () => void files.save());
  listenToHistory(modeler);
  listenToZoom(modeler, view);
  listenToTestSend(modeler);
  listenToProblems(modeler);
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    input.value = '';
    if (file) void files.openFile(file);
  });
}

function listenToHistory(modeler: Modeler): void {
  const commands = modeler.get('commandStack');
  const draw = (): void => {
    byId('undo').toggleAttribute('disabled', !commands.canUndo());
    byId('redo').toggleAttribute('disabled', !commands.canRedo());
  };
  for (const action of ['undo', 'redo'])
    byId(action).addEventListener('click', () => modeler.get('editorActions').trigger(action));
  for (const event of ['commandStack.changed', 'import.done']) modeler.get('eventBus').on(event, draw);
}

function listenToZoom(modeler: Modeler, view: View): void {
  const zoom = (value: number): void => modeler.get('editorActions').trigger('stepZoom', { value });
  byId('zoom-in').addEventListener('click', () => zoom(1));
  byId('zoom-out').addEventListener('click', () => zoom(-1));
  byId('fit').addEventListener('click', () => view.fit());
}

/** The button counts what the list shows. */
function listenToProblems(modeler: Modeler): void {
  byId('problems').addEventListener('click', () => modeler.get('eventBridgeProblems').toggle());
  tellExpanded(modeler, 'problems', 'eventBridgeProblems');
  const show = (): void => {
    const { failure } = modeler.get('eventBridgeValidation');
    const { error, warning, info } = modeler.get('eventBridgeValidation').count();
    byId('problem-count').textContent = failure ? '?' : String(error + warning + info);
    byId('problems').dataset['worst'] = failure || error > 0 ? 'error' : warning > 0 ? 'warning' : 'none';
  };
  for (const event of ['changed', 'failed', 'settled'])
    modeler.get('eventBus').on(`eventBridgeValidation.${event}`, show);
}

/** The button opens and closes test send: of the selected task, or of the diagram's first one. */
function listenToTestSend(modeler: Modeler): void {
  const testSend = modeler.get('eventBridgeTestSend');
  byId('test-send').addEventListener('click', () => {
    if (testSend.element) testSend.close();
    else openTestSend(modeler);
  });
  tellExpanded(modeler, 'test-send', 'eventBridgeTestSend');
}

/** A button of a panel says whether that is open. */
function tellExpanded(modeler: Modeler, buttonId: string, service: string): void {
  for (const [event, isOpen] of Object.entries({ opened: true, closed: false }))
    modeler.get('eventBus').on(`${service}.${event}`, () => {
      byId(buttonId).setAttribute('aria-expanded', String(isOpen));
    });
}

function openTestSend(modeler: Modeler): void {
  const testSend = modeler.get('eventBridgeTestSend');
  const selection = modeler.get('selection');
  const isTask = (element: DiagramElement): boolean => testSend.isAvailable(element);
  const task = selection.get().find(isTask) ?? modeler.get('elementRegistry').filter(isTask)[0];
  if (!task) {
    showNotice('warning', 'The diagram has no task that sends an event.', [
      'Append a task and choose “Send event to Amazon EventBridge”, or select a task and change its type.',
    ]);
    return;
  }
  selection.select(task);
  void testSend.open(task);
}
