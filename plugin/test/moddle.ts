import { vi } from 'vitest';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import type { ModdleElement } from '../src/host/moddle.ts';

/** The package has no types at its main door. */
interface ModdlePackage {
  readonly BpmnModdle: new (extensions: object) => {
    fromXML(xml: string): Promise<{ readonly elementsById: Readonly<Record<string, ModdleElement>> }>;
  };
}

/** The elements of a process by their ids, as a modeler reads them from a file. */
export async function readProcess(content: string): Promise<(id: string) => ModdleElement> {
  const { BpmnModdle } = await vi.importActual<ModdlePackage>('bpmn-moddle');
  const { elementsById } = await new BpmnModdle({ zeebe }).fromXML(
    `<?xml version="1.0" encoding="UTF-8"?>
     <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                       xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="test">
       <bpmn:process id="process" isExecutable="true">${content}</bpmn:process>
     </bpmn:definitions>`,
  );
  return (id) => {
    const element = elementsById[id];
    if (!element) throw new Error(`the process has no element "${id}"`);
    return element;
  };
}

/** A service task with our job type, with the given extension elements beside its task definition. */
export function eventTask(id: string, extensions: string, jobType = 'eventbridge-kit:send-event:1'): string {
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements>
    <zeebe:taskDefinition type="${jobType}" retries="3" />${extensions}
  </bpmn:extensionElements></bpmn:serviceTask>`;
}
