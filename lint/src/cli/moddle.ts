import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { ModdleReader } from '../bpmn-file/read-bpmn.ts';

/** The descriptors are the same for every diagram; taking them in takes longer than reading a small one. */
let shared: Moddle | undefined;

/** Reads and writes diagrams. */
export interface Moddle extends ModdleReader {
  /** The text as modelers save it. */
  toXML(definitions: object): Promise<string>;
}

/** A reader and writer that knows Camunda 8's extensions. */
export function camundaModdle(): Moddle {
  return (shared ??= createModdle({ zeebe }));
}

/** A reader and writer that knows the descriptors it is given, by their prefix. */
export function createModdle(descriptors: Readonly<Record<string, object>>): Moddle {
  const moddle = new BpmnModdle(descriptors);
  return {
    fromXML: (xml) => moddle.fromXML(xml),
    toXML: async (definitions) => (await moddle.toXML(definitions, { format: true })).xml,
  };
}
