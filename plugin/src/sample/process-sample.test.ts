import { describe, expect, it } from 'vitest';
import { eventTask, FakeDiagram } from '../../test/fake-modeler.ts';
import { processSample } from './process-sample.ts';

const TASK = eventTask(
  'Task',
  `<zeebe:ioMapping>
     <zeebe:input source="={id: order.id, total: total, now: now()}" target="input.detail" />
     <zeebe:output source="=x" target="result.a" />
   </zeebe:ioMapping>`,
);
const SCRIPT = `<bpmn:scriptTask id="Script"><bpmn:extensionElements>
    <zeebe:script expression="=count(order.items) + bonus" resultVariable="total" />
  </bpmn:extensionElements></bpmn:scriptTask>`;

async function sampleOf(content: string): Promise<object> {
  const process = (await FakeDiagram.ofProcess(content)).element('process').businessObject;
  return processSample(process);
}

describe('the variables that a process starts with', () => {
  it('are the example output of its start event', async () => {
    const start = `<bpmn:startEvent id="Start"><bpmn:extensionElements><zeebe:properties>
        <zeebe:property name="camundaModeler:exampleOutputJson" value='{"order": {"id": "A-1"}}' />
      </zeebe:properties></bpmn:extensionElements></bpmn:startEvent>`;
    expect(await sampleOf(start + TASK)).toEqual({ order: { id: 'A-1' } });
  });

  it('are those that its tasks read and none of them writes, where there is no example', async () => {
    expect(await sampleOf(SCRIPT + TASK)).toEqual({
      bonus: expect.anything() as unknown,
      order: { items: expect.anything() as unknown, id: 'id' },
    });
  });

  it('are none where nothing is read', async () => {
    expect(await sampleOf('<bpmn:task id="Task" />')).toEqual({});
  });
});
