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
