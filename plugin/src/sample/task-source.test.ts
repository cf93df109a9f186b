import { SEND_EVENT_JOB_TYPE } from '@eventbridge-kit/templates';
import { EVENT_JOB_TYPES, pathOfField } from 'bpmnlint-plugin-eventbridge/task';
import { describe, expect, it } from 'vitest';
import type { ModdleElement } from '../host/moddle.ts';
import { canBeSent, readTaskSource } from './task-source.ts';
import { eventTask, FakeDiagram } from '../../test/fake-modeler.ts';

const MAPPING = `<zeebe:ioMapping>
  <zeebe:input source="= order.id" target="input.detail" />
  <zeebe:input target="input.source" />
  <zeebe:input source="default" target="input.eventBusName" />
  <zeebe:output source="=x" target="y" />
</zeebe:ioMapping>`;

const HEADERS = `<zeebe:taskHeaders>
  <zeebe:header key="resultVariable" value="sent" />
  <zeebe:header key="__proto__" value="a header like any other" />
  <zeebe:header key="errorExpression" />
</zeebe:taskHeaders>`;

describe('a task as the diagram has it', () => {
  it('has its inputs in order, its headers and retries, nothing evaluated', async () => {
    const diagram = await FakeDiagram.ofProcess(eventTask('task', MAPPING + HEADERS));
    const task = readTaskSource(diagram.element('task').businessObject);
    expect(task).toMatchObject({ elementId: 'task', jobType: 'eventbridge-kit:send-event:1', retries: '3' });
    expect(task?.inputs).toEqual([
      { target: 'input.detail', source: '= order.id' },
      { target: 'input.source', source: '' },
      { target: 'input.eventBusName', source: 'default' },
    ]);
    expect(Object.entries(task?.headers ?? {})).toEqual([
      ['resultVariable', 'sent'],
      ['__proto__', 'a header like any other'],
      ['errorExpression', ''],
    ]);
  });

  it('without inputs and headers has none', async () => {
    const diagram = await FakeDiagram.ofProcess(eventTask('task', ''));
    expect(readTaskSource(diagram.element('task').businessObject)).toMatchObject({ inputs: [], headers: {} });
  });

  it('is none without a task definition', async () => {
    const diagram = await FakeDiagram.ofProcess('<bpmn:serviceTask id="task" /><bpmn:startEvent id="start" />');
    expect(readTaskSource(diagram.element('task').businessObject)).toBeUndefined();
    expect(readTaskSource(diagram.element('start').businessObject)).toBeUndefined();
  });
});

describe('which tasks can be sent', () => {
  it.each(EVENT_JOB_TYPES)('those of type %s', async (jobType) => {
    const diagram = await FakeDiagram.ofProcess(eventTask('task', '', jobType));
    expect(canBeSent(diagram.element('task').businessObject)).toBe(true);
  });

  it('among them those of our template', () => {
    expect(EVENT_JOB_TYPES).toContain(SEND_EVENT_JOB_TYPE);
  });

  it.each(['eventbridge-kit.send-event.v1', 'io.camunda.connectors.AWSEventBridge.v1-hybrid'])(
    'those of the template %s with a job type of their own',
    async (template) => {
      const task = eventTask('task', '', 'acme:send').replace(
        'id="task"',
        `id="task" zeebe:modelerTemplate="${template}"`,
      );
      const diagram = await FakeDiagram.ofProcess(task);
      expect(canBeSent(diagram.element('task').businessObject)).toBe(true);
      expect(readTaskSource(diagram.element('task').businessObject)?.jobType).toBe('acme:send');
    },
  );

  it('no others, and none that is no job', async () => {
    const diagram =
      await FakeDiagram.ofProcess(`${eventTask('mail', '', 'io.camunda:email:1')}<bpmn:userTask id="user" />
      <bpmn:serviceTask id="none" zeebe:modelerTemplate="eventbridge-kit.send-event.v1" />`);
    for (const id of ['mail', 'user', 'none']) expect(canBeSent(diagram.element(id).businessObject)).toBe(false);
  });
});

describe('the way to a field', () => {
  const TASK = eventTask(
    'task',
    `<zeebe:ioMapping>
       <zeebe:input source="a" target="input.source" /><zeebe:input source="b" target="input.detailType" />
     </zeebe:ioMapping>
     <zeebe:taskHeaders><zeebe:header key="resultExpression" value="c" /></zeebe:taskHeaders>`,
  );

  it.each([
    ['input.source', 'a'],
    ['input.detailType', 'b'],
    ['resultExpression', 'c'],
  ])('%s leads to its text', async (field, text) => {
    const { businessObject } = (await FakeDiagram.ofProcess(TASK)).element('task');
    const path = pathOfField(businessObject, field) ?? [];
    const found = path.reduce<unknown>(
      (at, key) => (typeof key === 'number' ? (at as unknown[])[key] : (at as ModdleElement).get(key)),
      businessObject,
    );
    expect(found).toBe(text);
  });

  it('of a field that the task does not have leads nowhere', async () => {
    const { businessObject } = (await FakeDiagram.ofProcess(TASK)).element('task');
    expect(pathOfField(businessObject, 'input.time')).toBeUndefined();
  });
});
