/** The id of the task in every diagram that is made here. */
export const TASK_ID = 'SendEvent';
/** The boundary event that catches this error code leads to a user task of this id. */
export const CAUGHT_CODE = 'EVENT_REJECTED';
export const AFTER_ERROR_ID = 'AfterError';

function bounds(id: string, x: number, y: number, width: number, height: number): string {
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
}

function edge(id: string, ...points: readonly (readonly [number, number])[]): string {
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points
    .map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`)
    .join('')}</bpmndi:BPMNEdge>`;
}

/** The process before a template is applied. Events have no names: the host has nothing to measure a label with. */
export const EMPTY_TASK = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
  <bpmn:process id="send-event" isExecutable="true">
    <bpmn:startEvent id="Start"><bpmn:outgoing>ToTask</bpmn:outgoing></bpmn:startEvent>
    <bpmn:task id="${TASK_ID}"><bpmn:incoming>ToTask</bpmn:incoming><bpmn:outgoing>ToEnd</bpmn:outgoing></bpmn:task>
    <bpmn:endEvent id="End"><bpmn:incoming>ToEnd</bpmn:incoming></bpmn:endEvent>
    <bpmn:boundaryEvent id="Caught" attachedToRef="${TASK_ID}"><bpmn:outgoing>ToAfterError</bpmn:outgoing><bpmn:errorEventDefinition id="CaughtDefinition" errorRef="CaughtError" /></bpmn:boundaryEvent>
    <bpmn:userTask id="${AFTER_ERROR_ID}"><bpmn:extensionElements><zeebe:userTask /></bpmn:extensionElements><bpmn:incoming>ToAfterError</bpmn:incoming></bpmn:userTask>
    <bpmn:sequenceFlow id="ToTask" sourceRef="Start" targetRef="${TASK_ID}" />
    <bpmn:sequenceFlow id="ToEnd" sourceRef="${TASK_ID}" targetRef="End" />
    <bpmn:sequenceFlow id="ToAfterError" sourceRef="Caught" targetRef="${AFTER_ERROR_ID}" />
  </bpmn:process>
  <bpmn:error id="CaughtError" errorCode="${CAUGHT_CODE}" />
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="send-event">
    ${bounds('Start', 160, 100, 36, 36)}
    ${bounds(TASK_ID, 250, 78, 100, 80)}
    ${bounds('End', 410, 100, 36, 36)}
    ${bounds('Caught', 310, 140, 36, 36)}
    ${bounds(AFTER_ERROR_ID, 400, 220, 100, 80)}
    ${edge('ToTask', [196, 118], [250, 118])}
    ${edge('ToEnd', [350, 118], [410, 118])}
    ${edge('ToAfterError', [328, 176], [328, 260], [400, 260])}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
