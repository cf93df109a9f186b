import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement, HostInjector, HostPropertiesPanel, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeTestSend } from './test-send.ts';

/**
 * The provider of element templates, priority 300, takes every group it does not know from a task with a template:
 * ours comes after it. https://github.com/bpmn-io/bpmn-js-element-templates
 */
const AFTER_TEMPLATES = 250;

interface Group {
  readonly id: string;
}

interface TestSendGroup extends Group {
  readonly component: typeof TestSendButton;
  readonly label: string;
  readonly testSend: EventBridgeTestSend;
}

/** Puts *Test send* on top of an EventBridge task's properties, where the host has a properties panel. */
export class TestSendProperties {
  static readonly $inject = ['eventBridgeTestSend', 'injector', 'translate'];

  readonly #testSend: EventBridgeTestSend;
  readonly #translate: Translate;

  constructor(testSend: EventBridgeTestSend, injector: HostInjector, translate: Translate) {
    this.#testSend = testSend;
    this.#translate = translate;
    const propertiesPanel = injector.get('propertiesPanel', false) as HostPropertiesPanel | null; // untyped host
    if (testSend.hasButtons) propertiesPanel?.registerProvider(AFTER_TEMPLATES, this);
  }

  getGroups(element: DiagramElement): (groups: readonly Group[]) => readonly Group[] {
    return (groups) => {
      if (!this.#testSend.isAvailable(element)) return groups;
      const group: TestSendGroup = {
        id: 'EventBridge__TestSend',
        component: TestSendButton,
        label: this.#translate(this.#testSend.label),
        testSend: this.#testSend,
      };
      return [group, ...groups];
    };
  }
}

interface ButtonProps {
  readonly element: DiagramElement;
  readonly id: string;
  readonly label: string;
  readonly testSend: EventBridgeTestSend;
}

function TestSendButton({ element, id, label, testSend }: ButtonProps): JSX.Element {
  return (
    <div class="bio-properties-panel-group bjse-group" data-group-id={`group-${id}`}>
      <button type="button" class="bjse-button bjse-open" onClick={() => void testSend.open(element)}>
        <span class="bjse-event-icon" />
        {label}
      </button>
    </div>
  );
}
