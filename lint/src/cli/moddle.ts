import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { ModdleReader } from '../bpmn-file/read-bpmn.ts';

/** The descriptors are the same for every diagram; taking them in takes longer than reading a small one. */
let shared: ModdleReader | undefined;

/** A reader that knows Camunda 8's extensions. */
export function camundaModdle(): ModdleReader {
  return (shared ??= createModdle({ zeebe }));
}

/** A reader that knows the descriptors it is given, by their prefix. */
export function createModdle(descriptors: Readonly<Record<string, object>>): ModdleReader {
  return new BpmnModdle(descriptors);
}
