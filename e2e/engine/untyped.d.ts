declare module 'bpmn-moddle' {
  /** An element of a diagram; only the parts that the tests read or change. */
  export interface Element {
    readonly $type: string;
    readonly $parent?: Element | undefined;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, properties?: Readonly<Record<string, unknown>>): Element;
    fromXML(xml: string): Promise<{
      readonly rootElement: Element;
      readonly elementsById: Readonly<Record<string, Element>>;
      readonly warnings: readonly { readonly message: string }[];
    }>;
    toXML(element: Element): Promise<{ readonly xml: string }>;
  }
}

declare module 'bpmn-js-headless/lib/Modeler' {
  interface Services {
    readonly elementRegistry: { get(id: string): object | undefined };
    readonly elementTemplates: { applyTemplate(element: object, template: object): object };
    readonly elementTemplatesLoader: { setTemplates(templates: readonly object[]): void };
    readonly eventBus: {
      on(event: 'elementTemplates.errors', listener: (event: { readonly errors: readonly Error[] }) => void): void;
    };
  }

  /** A modeler without a page. */
  export default class Modeler {
    constructor(options: { readonly additionalModules: readonly object[]; readonly moddleExtensions: object });
    get<Name extends keyof Services>(name: Name): Services[Name];
    importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
    saveXML(options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}

declare module 'bpmn-js-element-templates/core' {
  /** Element templates for Camunda 8, without the properties panel. */
  export const CloudElementTemplatesCoreModule: object;
}

declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const behaviors: object;
  export default behaviors;
}
