import { expect, it } from 'vitest';
import { moveClockUntil } from '@eventbridge-kit/testkit/engine/engine';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';

/** A process that computes, and one that waits an hour. */
function diagram(id: string, waits: boolean): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="middle" />
    ${
      waits
        ? `<bpmn:intermediateCatchEvent id="middle"><bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
             <bpmn:timerEventDefinition id="timer"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>
           </bpmn:intermediateCatchEvent>`
        : `<bpmn:intermediateThrowEvent id="middle">
             <bpmn:extensionElements><zeebe:ioMapping>
               <zeebe:output source="=amount * 2" target="twice" />
             </zeebe:ioMapping></bpmn:extensionElements>
             <bpmn:incoming>a</bpmn:incoming><bpmn:outgoing>b</bpmn:outgoing>
           </bpmn:intermediateThrowEvent>`
    }
    <bpmn:sequenceFlow id="b" sourceRef="middle" targetRef="end" />
    <bpmn:endEvent id="end"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
  </bpmn:process>
</bpmn:definitions>`;
}

onEngine({
  own: (current) => {
    it('runs an instance and gives its variables', async () => {
      const { client } = current();
      await client.deploy(diagram('computes', false));
      expect(await client.run('computes', { amount: 21 })).toMatchObject({ amount: 21, twice: 42 });
    });

    it('tells what is wrong with a diagram', async () => {
      await expect(current().client.deploy('<nothing/>')).rejects.toThrow(/process\.bpmn/);
    });

    it('shows its records, and is due at once when its clock is moved', async () => {
      const { client, engine } = current();
      await client.deploy(diagram('waits', true));
      const key = await client.start('waits', {});
      await engine.waitForRecord(
        ({ valueType, intent, value }) =>
          valueType === 'TIMER' && intent === 'CREATED' && value['processInstanceKey'] === Number(key),
        'the created timer',
      );
      const done = await moveClockUntil(
        engine,
        3_600_000,
        ({ valueType, intent, value }) =>
          valueType === 'PROCESS_INSTANCE' &&
          intent === 'ELEMENT_COMPLETED' &&
          value['bpmnElementType'] === 'PROCESS' &&
          value['processInstanceKey'] === Number(key),
        'the finished instance',
      );
      expect(done.value['bpmnProcessId']).toBe('waits');
    });
  },
});
