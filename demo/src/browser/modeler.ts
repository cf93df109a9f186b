import {
  EventBridgeTestSendModule,
  EventBridgeValidationModule,
  type DiagramElement,
  type EventBridgeProblems,
  type EventBridgeTestSend,
  type EventBridgeValidation,
  type ModdleElement,
  type SendTask,
} from 'bpmn-js-eventbridge';
import type { ModdleReader } from 'bpmnlint-plugin-eventbridge/bpmn-file';
import CamundaModeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import type { fittingViewbox, Viewbox } from './fit.ts';
import { byId } from './page.ts';

/** A template as JSON; what it must hold is the validator's to say. */
export type ElementTemplate = Readonly<Record<string, unknown>>;

/** The services of the modeler that the page uses, as far as it uses them. */
interface Services {
  readonly canvas: {
    viewbox(): Viewbox;
    viewbox(shown: ReturnType<typeof fittingViewbox>): void;
    resized(): void;
    addMarker(elementId: string, marker: string): void;
    removeMarker(elementId: string, marker: string): void;
  };
  readonly elementRegistry: { filter(test: (element: DiagramElement) => boolean): readonly DiagramElement[] };
  readonly elementTemplatesLoader: { setTemplates(templates: readonly ElementTemplate[]): void };
  readonly eventBridgeProblems: EventBridgeProblems;
  readonly eventBridgeTestSend: EventBridgeTestSend;
  readonly eventBridgeValidation: EventBridgeValidation;
  readonly eventBus: { on(event: string, listener: (event: { readonly errors?: readonly Error[] }) => void): void };
  readonly moddle: ModdleReader;
  readonly selection: { get(): readonly DiagramElement[]; select(element: DiagramElement): void };
  readonly commandStack: { clear(): void };
}

export interface Modeler {
  get<Name extends keyof Services>(service: Name): Services[Name];
  importXML(xml: string): Promise<{ readonly warnings: readonly unknown[] }>;
  getDefinitions(): ModdleElement | undefined;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml?: string }>;
}

/** Camunda's modeler with the plugin in it. */
export function createModeler(send: SendTask): Modeler {
  // its own type leaves every service untyped
  return new CamundaModeler({
    container: byId('canvas'),
    propertiesPanel: { parent: byId('properties') },
    additionalModules: [EventBridgeTestSendModule, EventBridgeValidationModule],
    eventBridgeTestSend: { send },
    eventBridgeValidation: { documentationUrl: (rule: string) => `/rules/${rule}` },
    // messages follow the typing: the panel hands a text on after this pause, in milliseconds
    debounceInput: 80,
  });
}
