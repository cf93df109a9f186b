import type { JsonObject } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../run-events.ts';
import { InstanceLog } from './instance-log.ts';

const KEY = 2251799813685302;

/** What the log tells of records about one instance; each names its kind, what happened and its value. */
function tell(...records: readonly (readonly [string, string, JsonObject, number?])[]): readonly RunEvent[] {
  const events: RunEvent[] = [];
  const log = new InstanceLog(String(KEY), ['served'], (event) => events.push(event));
  for (const [valueType, intent, value, key = 1] of records) {
    log.take({ recordType: 'EVENT', valueType, intent, key, value: { processInstanceKey: KEY, ...value } });
  }
  return events;
}

function element(elementId: string, bpmnElementType: string): JsonObject {
  return { elementId, bpmnElementType };
}

describe("an instance's log", () => {
  it('tells where the instance is, and its own variables at its end', () => {
    expect(
      tell(
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('process', 'PROCESS'), KEY],
        ['VARIABLE', 'CREATED', { scopeKey: KEY, name: 'order', value: '{"id":"A-1"}' }],
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('Task', 'SERVICE_TASK'), 7],
        ['VARIABLE', 'CREATED', { scopeKey: 7, name: 'input', value: '{}' }],
        ['VARIABLE', 'UPDATED', { scopeKey: KEY, name: 'order', value: '{"id":"A-2"}' }],
        ['PROCESS_INSTANCE', 'ELEMENT_COMPLETED', element('Task', 'SERVICE_TASK'), 7],
        ['PROCESS_INSTANCE', 'ELEMENT_COMPLETED', element('process', 'PROCESS'), KEY],
      ),
    ).toEqual([
      { type: 'element', elementId: 'Task', state: 'active' },
      { type: 'element', elementId: 'Task', state: 'completed' },
      { type: 'ended', how: 'completed', variables: { order: { id: 'A-2' } } },
    ]);
  });

  it('says once that the instance waits, when nothing else of it goes on', () => {
    expect(
      tell(
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('Review', 'USER_TASK'), 5],
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('Timer', 'INTERMEDIATE_CATCH_EVENT'), 6],
        ['VARIABLE', 'CREATED', { scopeKey: 5, name: 'a', value: '1' }],
      ).filter(({ type }) => type === 'waiting'),
    ).toEqual([
      { type: 'waiting', elementIds: ['Review'] },
      { type: 'waiting', elementIds: ['Review', 'Timer'] },
    ]);
    expect(
      tell(
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('Work', 'SERVICE_TASK'), 4],
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('Review', 'USER_TASK'), 5],
      ).filter(({ type }) => type === 'waiting'),
    ).toEqual([]);
  });

  it('says that it waits at a job that no worker here serves, and not at one that ours does', () => {
    const at = (type: string): readonly RunEvent[] =>
      tell(
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('Task', 'SERVICE_TASK'), 7],
        ['JOB', 'CREATED', { elementInstanceKey: 7, type }],
      ).filter((event) => event.type === 'waiting');
    expect(at('somebody-elses')).toEqual([{ type: 'waiting', elementIds: ['Task'] }]);
    expect(at('served')).toEqual([]);
  });

  it('tells an incident with its message, and that the instance stands still', () => {
    expect(
      tell(
        ['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', element('Task', 'SERVICE_TASK'), 7],
        ['INCIDENT', 'CREATED', { elementId: 'Task', elementInstanceKey: 7, errorMessage: 'It is wrong.' }],
      ).slice(1),
    ).toEqual([
      { type: 'incident', elementId: 'Task', message: 'It is wrong.' },
      { type: 'waiting', elementIds: ['Task'] },
    ]);
  });

  it('leaves other instances and commands alone', () => {
    const value = { ...element('Task', 'SERVICE_TASK'), processInstanceKey: KEY + 1 };
    expect(tell(['PROCESS_INSTANCE', 'ELEMENT_ACTIVATED', value])).toEqual([]);
  });
});
