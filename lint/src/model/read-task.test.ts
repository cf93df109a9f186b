import { describe, expect, it } from 'vitest';
import { bpmn, official } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { createModdle } from '../cli/moddle.ts';
import { readDiagram } from './diagram.ts';
import { inputOf, headerOf } from './event-task.ts';
import { engineOf, readTask } from './read-task.ts';

/** As bpmnlint's command line reads a diagram when it is not told of the zeebe descriptors. */
async function parseWithoutDescriptors(xml: string): Promise<object> {
  return (await createModdle({}).fromXML(xml)).rootElement;
}

const XML = bpmn({
  engine: '8.6.1',
  tasks: [{ name: 'Publish', headers: { resultVariable: 'result', retryBackoff: 'PT1S' }, retries: '5' }],
});

describe.each([
  { name: 'with the zeebe descriptors', read: parse, list: 'inputParameters' },
  { name: 'without them', read: parseWithoutDescriptors, list: '$children' },
])('a task read $name', ({ read, list }) => {
  it('has its texts with their paths', async () => {
    const { tasks, engine } = readDiagram(await read(XML));
    const [task] = tasks;
    expect(tasks).toHaveLength(1);
    expect(engine).toEqual({ major: 8, minor: 6 });
    expect(task).toMatchObject({
      id: 'Task_1',
      name: 'Publish',
      elementType: 'bpmn:ServiceTask',
      template: { id: 'eventbridge-kit.send-event.v1', version: 1 },
      jobType: { text: 'eventbridge-kit:send-event:1', path: ['extensionElements', 'values', 0, 'type'] },
      retries: { text: '5', path: ['extensionElements', 'values', 0, 'retries'] },
    });
    if (!task) return;
    expect(inputOf(task, 'configuration.region')).toMatchObject({
      text: 'eu-central-1',
      path: ['extensionElements', 'values', 1, list, 3, 'source'],
    });
    expect(headerOf(task, 'retryBackoff')?.text).toBe('PT1S');
  });

  it('has a path that leads to its text', async () => {
    const definitions = await read(XML);
    const [task] = readDiagram(definitions).tasks;
    for (const field of [...(task?.inputs ?? []), ...(task?.headers ?? [])]) {
      const found = field.path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], task?.node); // by the way
      expect(found).toBe(field.text);
    }
  });
});

describe('readTask', () => {
  it('reads the official task too', async () => {
    const [task] = readDiagram(await parse(bpmn({ tasks: [official] }))).tasks;
    expect(task?.family.name).toBe('official');
  });

  it.each([undefined, null, 5, 'task', [], {}, { $type: 'bpmn:ServiceTask' }, { extensionElements: 7 }])(
    'takes %j for no task',
    (element) => {
      expect(readTask(element)).toBeUndefined();
    },
  );

  it('survives a model whose properties throw', () => {
    const element = new Proxy(
      {},
      {
        get() {
          throw new Error('broken');
        },
      },
    );
    expect(readTask(element)).toBeUndefined();
    expect(readDiagram(element).tasks).toEqual([]);
  });

  it('leaves out a template version that is none', async () => {
    const xml = bpmn({ tasks: [{ template: { id: 'eventbridge-kit.send-event.v1', version: 'two' } }] });
    const [task] = readDiagram(await parse(xml)).tasks;
    expect(task?.template).toEqual({ id: 'eventbridge-kit.send-event.v1' });
  });
});

describe('engineOf', () => {
  it.each([
    ['Camunda Cloud', '8.10.0-alpha1', { major: 8, minor: 10 }],
    ['Camunda Platform', '7.20.0', undefined],
    ['Camunda Cloud', 'latest', undefined],
  ])('%s %s', (executionPlatform, executionPlatformVersion, engine) => {
    const $attrs = {
      'modeler:executionPlatform': executionPlatform,
      'modeler:executionPlatformVersion': executionPlatformVersion,
    };
    expect(engineOf({ $attrs })).toEqual(engine);
    // As the modeler's own descriptors give it.
    expect(engineOf({ executionPlatform, executionPlatformVersion })).toEqual(engine);
  });
});
