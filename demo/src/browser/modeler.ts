import {
  EventBridgeTestSendModule,
  EventBridgeValidationModule,
  type DiagramElement,
  type EventBridgeProblems,
  type EventBridgeTestSend,
  type EventBridgeValidation,
  type ModdleElement,
  type PanelPlace,
  type TestSendConfig,
  type TestSendEvents,
} from 'bpmn-js-eventbridge';
import type { ModdleReader } from 'bpmnlint-plugin-eventbridge/bpmn-file';
import CamundaModeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import type { fittingViewbox, Viewbox } from './layout/fit.ts';
import { byId } from './page.ts';

/** A template as JSON; what it must hold is the validator's to say. */
export type ElementTemplate = Readonly<Record<string, unknown>>;

/** The services of the modeler that the page uses, as far as it uses them. */
interface Services {
  readonly canvas: {
    viewbox(): Viewbox;
    viewbox(shown: ReturnType<typeof fittingViewbox>): void;
    resized(): void;
    scrollToElement(
      element: DiagramElement,
      paddingPx: Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>,
    ): void;
    addMarker(elementId: string, marker: string): void;
    removeMarker(elementId: string, marker: string): void;
  };
  readonly commandStack: { canUndo(): boolean; canRedo(): boolean };
  readonly editorActions: { trigger(action: string, options?: object): void };
  readonly elementRegistry: {
    get(id: string): DiagramElement | undefined;
    filter(test: (element: DiagramElement) => boolean): readonly DiagramElement[];
  };
  readonly elementTemplatesLoader: { setTemplates(templates: readonly ElementTemplate[]): void };
  readonly eventBridgeProblems: EventBridgeProblems;
  readonly eventBridgeTestSend: EventBridgeTestSend;
  readonly eventBridgeValidation: EventBridgeValidation;
  readonly eventBus: {
    on<Name extends keyof TestSendEvents>(event: Name, listener: (event: TestSendEvents[Name]) => void): void;
    on(event: string, listener: () => void): void;
  };
  readonly moddle: ModdleReader & {
    toXML(element: object, options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  };
  readonly selection: { get(): readonly DiagramElement[]; select(element: DiagramElement): void };
}

export interface Modeler {
  get<Name extends keyof Services>(service: Name): Services[Name];
  importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
  getDefinitions(): ModdleElement | undefined;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml?: string }>;
}

export interface ModelerOptions {
  /** The way to the test-send service. */
  readonly testSend: TestSendConfig;
  /** Address of a rule's page. */
  readonly rulePage: (rule: string) => string;
  /** Where its panels are shown. */
  readonly places: Readonly<Record<'testSend' | 'problems', PanelPlace>>;
}

/** Camunda's modeler with the plugin in it. */
export function createModeler({ testSend, rulePage, places }: ModelerOptions): Modeler {
  // its own type leaves every service untyped
  return new CamundaModeler({
    container: byId('canvas'),
    propertiesPanel: { parent: byId('properties') },
    additionalModules: [EventBridgeTestSendModule, EventBridgeValidationModule],
    // the page's own button opens it, for whatever is selected
    eventBridgeTestSend: { ...testSend, place: places.testSend, buttons: false },
    eventBridgeValidation: { documentationUrl: rulePage, place: places.problems },
    // messages follow the typing: the panel hands a text on after this pause, in milliseconds
    debounceInput: 80,
  });
}
