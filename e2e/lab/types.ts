import type {
  DiagramElement,
  EventBridgeFixes,
  EventBridgeProblems,
  EventBridgeTestSend,
  EventBridgeValidation,
} from 'bpmn-js-eventbridge';

export interface LabOptions {
  /** Live validation of this repository. */
  readonly validation: boolean;
  /** @camunda/linting with the linter of element templates. */
  readonly linting: boolean;
  /** Test send of this repository, without a service. */
  readonly testSend?: boolean;
  /** Live validation with the strict rules too. */
  readonly strict?: boolean;
  /** Puts each text that is translated into brackets. */
  readonly brackets?: boolean;
}

interface Services {
  readonly canvas: { getRootElement(): DiagramElement; zoom(level: number): void };
  readonly commandStack: { clear(fireEvent: boolean): void; undo(): void };
  readonly elementRegistry: {
    get(id: string): DiagramElement | undefined;
    filter(test: (element: DiagramElement) => boolean): readonly DiagramElement[];
  };
  readonly elementTemplatesLoader: { setTemplates(templates: readonly object[]): void };
  readonly eventBridgeFixes: EventBridgeFixes;
  readonly eventBridgeProblems: EventBridgeProblems;
  readonly eventBridgeTestSend: EventBridgeTestSend;
  readonly eventBridgeValidation: EventBridgeValidation;
  readonly eventBus: {
    on(event: string, listener: () => void): void;
    on(event: string, priority: number, listener: () => void): void;
    once(event: string, listener: () => void): void;
    fire(event: string, data: object): void;
  };
  readonly injector: { get(service: string, strict: false): object | null };
  readonly linting: { setErrors(reports: readonly object[]): void };
  readonly modeling: { updateModdleProperties(element: DiagramElement, target: object, properties: object): void };
  readonly overlays: { get(search: { readonly element: string; readonly type: string }): readonly object[] };
  readonly selection: { select(element: DiagramElement | null): void };
}

export interface LabModeler {
  get<Name extends keyof Services>(service: Name): Services[Name];
  getDefinitions(): object;
  importXML(xml: string): Promise<unknown>;
}
