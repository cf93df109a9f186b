import { SEND_EVENT_JOB_TYPE } from '@eventbridge-kit/templates';
import { EVENT_JOB_TYPES } from 'bpmnlint-plugin-eventbridge/task';
import { describe, expect, it } from 'vitest';
import { eventTask, readProcess } from '../../test/moddle.ts';
import { canBeSent, readTask } from './task-reader.ts';

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
    const find = await readProcess(eventTask('task', MAPPING + HEADERS));
    const task = readTask(find('task'));
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
    const find = await readProcess(eventTask('task', ''));
    expect(readTask(find('task'))).toMatchObject({ inputs: [], headers: {} });
  });

  it('is none without a task definition', async () => {
    const find = await readProcess('<bpmn:serviceTask id="task" /><bpmn:startEvent id="start" />');
    expect(readTask(find('task'))).toBeUndefined();
    expect(readTask(find('start'))).toBeUndefined();
  });
});

describe('which tasks can be sent', () => {
  it.each(EVENT_JOB_TYPES)('those of type %s', async (jobType) => {
    const find = await readProcess(eventTask('task', '', jobType));
    expect(canBeSent(find('task'))).toBe(true);
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
      const find = await readProcess(task);
      expect(canBeSent(find('task'))).toBe(true);
      expect(readTask(find('task'))?.jobType).toBe('acme:send');
    },
  );

  it('no others, and none that is no job', async () => {
    const find = await readProcess(`${eventTask('mail', '', 'io.camunda:email:1')}<bpmn:userTask id="user" />
      <bpmn:serviceTask id="none" zeebe:modelerTemplate="eventbridge-kit.send-event.v1" />`);
    for (const id of ['mail', 'user', 'none']) expect(canBeSent(find(id))).toBe(false);
  });
});
