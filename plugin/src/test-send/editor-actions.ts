import type { HostEditorActions, HostInjector, HostSelection } from '../host/bpmn-js.ts';
import type { EventBridgeTestSend } from './test-send.ts';

/** Name of the editor action: a host's menus and shortcuts trigger it. */
export const TEST_SEND_ACTION = 'eventBridgeTestSend';

/** Lets the host's editor actions open test send for the selected task, where the host has them. */
export function registerEditorActions(
  testSend: EventBridgeTestSend,
  injector: HostInjector,
  selection: HostSelection,
): void {
  const actions = injector.get('editorActions', false) as HostEditorActions | null; // untyped host
  actions?.register({
    [TEST_SEND_ACTION]: () => {
      const [element] = selection.get();
      if (element) void testSend.open(element);
    },
  });
}

registerEditorActions.$inject = ['eventBridgeTestSend', 'injector', 'selection'];
