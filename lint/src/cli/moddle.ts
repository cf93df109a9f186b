import { BpmnModdle } from 'bpmn-moddle';
import type { ModdleReader } from '../bpmn-file/read-bpmn.ts';

/** A reader that knows the descriptors it is given, by their prefix. */
export function createModdle(descriptors: Readonly<Record<string, object>>): ModdleReader {
  return new BpmnModdle(descriptors);
}
