import { describe, expect, it } from 'vitest';
import { bpmn, parallel, type DiagramSpec } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { ValidationBench } from '../../test/validation.ts';
import { childrenOf, extensionOf, type ModdleElement } from '../host/moddle.ts';

const WRONG = { 'configuration.region': 'eu-central-7' };

async function open(spec: DiagramSpec): Promise<ValidationBench> {
  const bench = new ValidationBench((await parse(bpmn(spec))) as ModdleElement); // bpmn-moddle's own root
  await bench.import();
  bench.changes.length = 0;
  bench.looks.length = 0;
  return bench;
}

function write(bench: ValidationBench, id: string, target: string, text: string): void {
  const mapping = extensionOf(bench.element(id).businessObject, 'zeebe:IoMapping');
  const input = mapping && childrenOf(mapping, 'inputParameters').find((item) => item.get('target') === target);
  Object.assign(input ?? {}, { source: text });
}

function rulesOf(bench: ValidationBench, id: string): readonly string[] {
  return bench.validation.issuesOf(bench.element(id)).map(({ rule }) => rule);
}

describe('after an import', () => {
  it('knows the issues of every task, and how many of each severity', async () => {
    const bench = await open({ tasks: [{ inputs: WRONG }, { id: 'Task_2', inputs: { 'input.source': 'aws.x' } }] });
    expect(rulesOf(bench, 'Task_1')).toEqual(['region-unknown']);
    expect(rulesOf(bench, 'Task_2')).toEqual(['source-reserved']);
    expect(bench.validation.count()).toEqual({ error: 1, warning: 1, info: 0 });
    expect(bench.eventBus.fired.at(-1)).toBe('eventBridgeValidation.settled');
  });

  it('comes to the same end in small steps', async () => {
    const spec: DiagramSpec = parallel({ headers: { resultVariable: 'a' } }, { headers: { resultVariable: 'a' } });
    const whole = await open(spec);
    const bench = new ValidationBench((await parse(bpmn(spec))) as ModdleElement); // bpmn-moddle's own root
    bench.scheduler.piecesPerSlice = 2;
    await bench.import();
    expect(bench.validation.issues()).toEqual(whole.validation.issues());
    expect(bench.validation.issues()).toHaveLength(2);
  });

  it('says nothing of elements that send no event', async () => {
    const bench = await open({ tasks: [{ jobType: 'io.camunda:email:1', template: null, inputs: WRONG }] });
    expect(bench.validation.issues()).toEqual([]);
  });
});

describe('a task without a shape', () => {
  const spec: DiagramSpec = {
    tasks: [{ inputs: WRONG }, { id: 'Task_2', inputs: { 'input.source': 'aws.x' } }],
    wrap: (content) => `<bpmn:subProcess id="Inner">${content}</bpmn:subProcess>`,
  };
  const openUndrawn = async (...undrawn: string[]): Promise<ValidationBench> => {
    const bench = new ValidationBench((await parse(bpmn(spec))) as ModdleElement, {}, undrawn); // bpmn-moddle's own root
    await bench.import();
    return bench;
  };

  it('is found as if it had one, in a subprocess too', async () => {
    const bench = await openUndrawn('Task_1', 'Task_2', 'Inner');
    expect(bench.validation.issues()).toEqual((await open(spec)).validation.issues());
    expect(bench.validation.count()).toEqual({ error: 1, warning: 1, info: 0 });
  });

  it('is shown to none of those who know shapes alone', async () => {
    const bench = await openUndrawn('Task_1');
    expect(bench.changes.flat()).toEqual(['Task_2']);
    expect((await openUndrawn('Task_1', 'Task_2')).changes).not.toEqual([]);
  });

  it('is found once, however often the diagram is looked at as a whole', async () => {
    const bench = await openUndrawn('Task_1');
    bench.eventBus.fire('import.done');
    await bench.settle();
    expect(bench.validation.issues().map(({ taskId }) => taskId)).toEqual(['Task_2', 'Task_1']);
  });
});

describe('an edit', () => {
  it('is looked at in the same call, and nothing else is', async () => {
    const bench = await open({ tasks: [{}, { id: 'Task_2' }, { id: 'Task_3' }] });
    write(bench, 'Task_2', 'configuration.region', 'eu-central-7');
    bench.changed('Task_2');
    expect(rulesOf(bench, 'Task_2')).toEqual(['region-unknown']);
    expect(bench.looks).toEqual(['Task_2']);
    expect(bench.changes).toEqual([['Task_2']]);
    await bench.settle();
    expect(bench.looks).toEqual(['Task_2']);
  });

  it('that changes no text is not looked at', async () => {
    const bench = await open({ tasks: [{}] });
    bench.changed('Task_1');
    expect(bench.looks).toEqual([]);
    expect(bench.changes).toEqual([]);
  });

  it('that changes no issue fires nothing', async () => {
    const bench = await open({ tasks: [{ inputs: WRONG }] });
    write(bench, 'Task_1', 'input.source', 'com.example.other');
    bench.changed('Task_1');
    expect(bench.looks).toEqual(['Task_1']);
    expect(bench.changes).toEqual([]);
  });

  it('of hundreds at once leaves the rest to idle moments', async () => {
    const bench = await open({ tasks: [{}, { id: 'Task_2' }, { id: 'Task_3' }] });
    for (const id of ['Task_1', 'Task_2', 'Task_3']) write(bench, id, 'configuration.region', 'eu-central-7');
    bench.scheduler.piecesPerSlice = 1;
    bench.changed('Task_1', 'Task_2', 'Task_3');
    expect(bench.looks).toEqual(['Task_1']);
    await bench.settle();
    expect(bench.looks).toEqual(['Task_1', 'Task_2', 'Task_3']);
    expect(bench.validation.count().warning).toBe(3);
  });

  it('of the engine version is a new look at every task', async () => {
    const bench = await open({ tasks: [{}, { id: 'Task_2' }] });
    const definitions = bench.element('Task_1').businessObject.$parent?.$parent;
    const attributes = definitions as unknown as { $attrs: Record<string, string> }; // moddle keeps what it does not know here
    attributes.$attrs['modeler:executionPlatformVersion'] = '8.5.0';
    bench.changed('Task_1');
    await bench.settle();
    expect(new Set(bench.looks)).toEqual(new Set(['Task_1', 'Task_2']));
  });
});

describe('what surrounds a task', () => {
  const throws = { headers: { errorExpression: 'if error != null then bpmnError("NOT_SENT", "x") else null' } };

  it('is looked at when it changes: a boundary event that goes leaves an error uncaught', async () => {
    const bench = await open({ tasks: [throws], boundaries: [['Task_1', 'NOT_SENT']] });
    expect(rulesOf(bench, 'Task_1')).toEqual([]);
    const process = bench.element('Task_1').businessObject.$parent;
    const list = process && (process.get('flowElements') as ModdleElement[]); // a process has this list
    list?.splice(list.indexOf(bench.element('Boundary_0').businessObject), 1);
    bench.remove('Boundary_0');
    await bench.settle();
    expect(rulesOf(bench, 'Task_1')).toEqual(['bpmn-error-uncaught']);
  });

  it('has its own issues', async () => {
    const bench = await open({ tasks: [throws], boundaries: [['Task_1', 'OTHER']] });
    const [neighbour] = bench.validation.issues().filter(({ elementId }) => elementId === 'Boundary_0');
    if (neighbour) expect(rulesOf(bench, 'Boundary_0')).toEqual([neighbour.rule]);
    expect(bench.validation.issues().map(({ rule }) => rule)).toContain('bpmn-error-uncaught');
  });
});

describe('what goes', () => {
  it('takes its issues along, and a rival is alone then', async () => {
    const race = { headers: { resultVariable: 'sent' } };
    const bench = await open(parallel(race, race));
    expect(rulesOf(bench, 'Task_1')).toEqual(['result-variable-race']);
    bench.remove('Task_2');
    await bench.settle();
    expect(bench.validation.issues()).toEqual([]);
    expect(bench.validation.count()).toEqual({ error: 0, warning: 0, info: 0 });
  });

  it('with its whole diagram leaves nothing', async () => {
    const bench = await open({ tasks: [{ inputs: WRONG }] });
    bench.eventBus.fire('diagram.clear');
    expect(bench.validation.issues()).toEqual([]);
    expect(bench.validation.count()).toEqual({ error: 0, warning: 0, info: 0 });
    expect(bench.changes).toEqual([['Task_1']]);
  });
});
