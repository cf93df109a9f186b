import type { Json, JsonObject } from '@eventbridge-kit/issue';
import type { OnEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import type { TestEngine } from '@eventbridge-kit/testkit/engine/engine';
import { textIn, type EngineRecord } from '@eventbridge-kit/testkit/engine/records';
import type { EngineValue } from './recording.ts';

/** Mappings that are deployed together; the engine takes a diagram of many processes in one go. */
const LOT = 25;

/** Evaluates sources of input mappings on an engine, each in a process of its own: static text, or FEEL behind a `=`. */
export async function evaluateOnEngine(
  running: OnEngine<TestEngine>,
  sources: readonly string[],
  variables: JsonObject,
): Promise<EngineValue[]> {
  const results: EngineValue[] = [];
  for (let from = 0; from < sources.length; from += LOT) {
    const lot = sources.slice(from, from + LOT).map((source, index) => ({
      id: `feel-${String(from + index)}`,
      source,
    }));
    results.push(...(await evaluateLot(running, lot, variables)));
  }
  return results;
}

interface Mapping {
  /** Id of the process. */
  readonly id: string;
  readonly source: string;
}

async function evaluateLot(
  running: OnEngine<TestEngine>,
  lot: readonly Mapping[],
  variables: JsonObject,
): Promise<EngineValue[]> {
  try {
    await running.client.deploy(diagram(lot), `${lot[0]?.id ?? 'none'}.bpmn`);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('INVALID_ARGUMENT')) throw error;
    if (lot.length === 1) return [{ kind: 'refused' }];
    // One mapping that the engine cannot parse keeps the whole lot out: look for it by halves.
    const half = Math.ceil(lot.length / 2);
    const first = await evaluateLot(running, lot.slice(0, half), variables);
    return [...first, ...(await evaluateLot(running, lot.slice(half), variables))];
  }
  return Promise.all(lot.map((mapping) => evaluateOne(running, mapping, variables)));
}

async function evaluateOne(
  { engine, client }: OnEngine<TestEngine>,
  { id, source }: Mapping,
  variables: JsonObject,
): Promise<EngineValue> {
  const key = Number(await client.start(id, variables));
  const isVariable = ({ valueType, value }: EngineRecord): boolean =>
    valueType === 'VARIABLE' && value['name'] === 'result' && value['scopeKey'] === key;
  const isIncident = ({ valueType, intent }: EngineRecord): boolean => valueType === 'INCIDENT' && intent === 'CREATED';
  const end = await engine.waitForRecord(
    (record) => record.value['processInstanceKey'] === key && (isVariable(record) || isIncident(record)),
    `the value of ${source}`,
  );
  if (end.valueType === 'INCIDENT') return { kind: 'incident' };
  // A variable stands in its record as the JSON text of its value.
  return { kind: 'value', value: JSON.parse(textIn(end, 'value')) as Json };
}

function diagram(mappings: readonly Mapping[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://bpmn.io/schema/bpmn">
${mappings.map(processFor).join('\n')}
</bpmn:definitions>`;
}

/** A part without work whose one input mapping is the source; the value leaves it by an output mapping. */
function processFor({ id, source }: Mapping): string {
  return `
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="${id}-start"><bpmn:outgoing>${id}-a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="${id}-a" sourceRef="${id}-start" targetRef="${id}-mapped" />
    <bpmn:subProcess id="${id}-mapped">
      <bpmn:extensionElements><zeebe:ioMapping>
        <zeebe:input source="${attribute(source)}" target="mapped" />
        <zeebe:output source="=mapped" target="result" />
      </zeebe:ioMapping></bpmn:extensionElements>
      <bpmn:incoming>${id}-a</bpmn:incoming>
      <bpmn:startEvent id="${id}-inner" />
    </bpmn:subProcess>
  </bpmn:process>`;
}

/** A text as an XML attribute holds it; line breaks and tabs would otherwise be read as spaces. */
function attribute(text: string): string {
  return text.replace(/[&<>"\n\r\t]/g, (character) => `&#${String(character.codePointAt(0))};`);
}
