import { BpmnModdle } from 'bpmn-moddle';

/** A reader of diagrams. */
export interface Moddle {
  /** Rejects with an error that carries `warnings` where the text is no diagram. */
  fromXML(xml: string): Promise<{ readonly rootElement: object }>;
}

/** A reader that knows the descriptors it is given, by their prefix. */
export function createModdle(descriptors: Readonly<Record<string, object>>): Moddle {
  return new BpmnModdle(descriptors);
}
