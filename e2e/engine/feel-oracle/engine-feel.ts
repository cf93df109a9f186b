import type { Json } from '@eventbridge-kit/connector';
import type { EngineClient } from '../client.ts';
import type { Engine } from '../engine.ts';
import type { EngineRecord } from '../records.ts';

/** What an engine made of an input mapping: its value, or why it refused the diagram or raised an incident. */
export type EngineValue =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'incident'; readonly reason: string };

/** A task without work whose one input mapping is the expression; the mapped value leaves with the output mapping. */
const diagram = (id: string, expression: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="mapped" />
    <bpmn:subProcess id="mapped">
      <bpmn:extensionElements><zeebe:ioMapping>
        <zeebe:input source="${attribute(`=${expression}`)}" target="mapped" />
        <zeebe:output source="=mapped" target="result" />
      </zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
      <bpmn:startEvent id="inner" />
    </bpmn:subProcess>
    <bpmn:sequenceFlow id="b" sourceRef="mapped" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;

/** A text as an XML attribute holds it; line breaks and tabs would otherwise be read as spaces. */
function attribute(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => `&#${String(character.codePointAt(0))};`);
}

/** Evaluates one FEEL expression on an engine as an input mapping. `id` names the diagram and must be new to it. */
export async function evaluateOnEngine(
  { engine, client }: { readonly engine: Engine; readonly client: EngineClient },
  id: string,
  expression: string,
): Promise<EngineValue> {
  try {
    await client.deploy(diagram(id, expression), `${id}.bpmn`);
  } catch (error) {
    return { kind: 'refused', reason: refusalIn(error) };
  }
  const key = Number(await client.start(id, {}));
  const isOfInstance = ({ value }: EngineRecord): boolean => value['processInstanceKey'] === key;
  const isVariable = ({ valueType, value }: EngineRecord): boolean =>
    valueType === 'VARIABLE' && value['name'] === 'result' && value['scopeKey'] === key;
  const isIncident = ({ valueType, intent }: EngineRecord): boolean => valueType === 'INCIDENT' && intent === 'CREATED';
  const end = await engine.waitForRecord(
    (record) => isOfInstance(record) && (isVariable(record) || isIncident(record)),
    `the value of ${expression}`,
  );
  if (end.valueType === 'INCIDENT') return { kind: 'incident', reason: String(end.value['errorMessage']) };
  // A variable stands in its record as the JSON text of its value.
  return { kind: 'value', value: JSON.parse(String(end.value['value'])) as Json };
}

/** The engine's reason without the frame around it. */
function refusalIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /ERROR: (.*)/.exec(message)?.[1] ?? message;
}
