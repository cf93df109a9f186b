import type { EventBridgeTestSend, PanelPlace } from 'bpmn-js-eventbridge';

/** Id of the tab in Modeler's bottom panel. */
export const TAB_ID = 'eventbridge-test-send';

/** What the tab and the buttons are called: Modeler has a tab *Test* of its own, which starts instances on a cluster. */
export const LABEL = 'EventBridge test send';

/** Modeler's actions, once its window has handed them over. */
export type TriggerAction = (action: string, options?: object) => unknown;

/** An editor of the window. */
interface Editor {
  readonly root: HTMLElement;
  readonly testSend: () => EventBridgeTestSend;
  /** The selected element; nothing where there are none or several. */
  readonly selected: () => Parameters<EventBridgeTestSend['open']>[0] | undefined;
}

/** The tab *EventBridge test send*: it shows the panel of the editor that is in front. */
export class BottomPanel {
  readonly #beside: { readonly root: HTMLElement; refresh(): Promise<void> };
  #triggerAction: TriggerAction | undefined;
  #front: Editor | undefined;
  #place: HTMLElement | undefined;

  /** @param beside stands at the panel's side, and is brought up to date when the tab is opened */
  constructor(beside: { readonly root: HTMLElement; refresh(): Promise<void> }) {
    this.#beside = beside;
  }

  /** Modeler's window is there. Before that, and in a Modeler without bottom panels, test send docks in the diagram. */
  connect(triggerAction: TriggerAction | undefined): void {
    this.#triggerAction = triggerAction;
  }

  get isConnected(): boolean {
    return this.#triggerAction !== undefined;
  }

  /** A place for an editor's panel in the tab. */
  placeFor(
    testSend: () => EventBridgeTestSend,
    selected: Editor['selected'],
  ): PanelPlace & { readonly editor: Editor } {
    const root = document.createElement('div');
    root.className = 'ebk-panel';
    const editor = { root, testSend, selected };
    return {
      editor,
      root,
      open: () => {
        this.show(editor);
        void this.#triggerAction?.('open-panel', { tab: TAB_ID });
      },
      close: () => {
        if (this.#place) void this.#triggerAction?.('close-panel');
      },
    };
  }

  /** An editor came to the front. */
  show(editor: Editor): void {
    this.#front = editor;
    this.#draw();
  }

  /** An editor went from the front, or for good. */
  hide(editor: Editor): void {
    if (this.#front !== editor) return;
    this.#front = undefined;
    this.#draw();
  }

  /** The tab is shown in `place`. What is selected is shown, where nothing is yet. */
  mount(place: HTMLElement): () => void {
    this.#place = place;
    this.#draw();
    void this.#beside.refresh();
    this.openSelected();
    return () => {
      this.#place = undefined;
      place.replaceChildren();
    };
  }

  /** Opens test send for the selected task, where there is one and no other is open. */
  openSelected(): void {
    const front = this.#front;
    const element = front?.selected();
    if (!front || !element || front.testSend().element) return;
    void front
      .testSend()
      .open(element)
      .then(() => this.#draw());
  }

  #draw(): void {
    if (!this.#place) return;
    const hint = document.createElement('p');
    hint.className = 'ebk-hint';
    hint.textContent = this.#front
      ? 'Select a task with the template "Send event to Amazon EventBridge", and press EventBridge test send above its fields.'
      : 'EventBridge tasks run on Camunda 8: open a Camunda 8 BPMN diagram.';
    this.#place.replaceChildren(this.#front?.testSend().element ? this.#front.root : hint, this.#beside.root);
  }

  /** A panel was opened or closed. */
  redraw(): void {
    this.#draw();
  }
}
