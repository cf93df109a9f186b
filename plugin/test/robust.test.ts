import { describe, expect, it } from 'vitest';
import { HUGE_VALUES, OTHER_DIAGRAMS } from '@eventbridge-kit/testkit/lint/bad-input';
import { bpmn, type DiagramSpec } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { childrenOf, extensionOf, type ModdleElement } from '../src/host/moddle.ts';
import { ValidationBench } from './validation.ts';

async function open(spec: DiagramSpec): Promise<ValidationBench> {
  const bench = new ValidationBench((await parse(bpmn(spec))) as ModdleElement); // bpmn-moddle's own root
  await bench.import();
  return bench;
}

function rulesOf({ validation }: ValidationBench): readonly string[] {
  return validation.issues().map(({ rule }) => rule);
}

describe('a diagram of another kind', () => {
  it.each(OTHER_DIAGRAMS)('%s: no false alarm, whatever is edited', async (_, diagram) => {
    const bench = await open(diagram);
    expect(rulesOf(bench)).toEqual([]);
    bench.changed(...bench.diagram.ids);
    await bench.settle();
    expect(rulesOf(bench)).toEqual([]);
    bench.eventBus.fire('diagram.clear');
    expect(bench.validation.issues()).toEqual([]);
  });
});

describe('a value of any size', () => {
  it.each(HUGE_VALUES)('%s', async (_, inputs, rules) => {
    const bench = await open({ tasks: [{ inputs }] });
    expect(rulesOf(bench)).toEqual(rules);
  });

  it('is looked at anew while it is edited, and forgotten when it is gone', async () => {
    const bench = await open({ tasks: [{ inputs: { 'input.detail': `{"text": "${'x'.repeat(3_000_000)}"}` } }] });
    const mapping = extensionOf(bench.element('Task_1').businessObject, 'zeebe:IoMapping');
    const detail =
      mapping && childrenOf(mapping, 'inputParameters').find((input) => input.get('target') === 'input.detail');
    const write = (source: string): void => {
      Object.assign(detail ?? {}, { source });
      bench.changed('Task_1');
    };
    write(`{"text": "${'x'.repeat(3_000_000)}`);
    expect(rulesOf(bench)).toEqual(['detail-not-json']);
    write('{"text": ""}');
    expect(rulesOf(bench)).toEqual([]);
  });
});

describe('5,000 tasks', () => {
  it('are looked at in slices once, and one edit looks at one of them', async () => {
    const count = 5000;
    const bench = new ValidationBench(await rowOf(count));
    bench.scheduler.piecesPerSlice = 100;
    await bench.import();
    expect(bench.looks).toHaveLength(count);
    expect(bench.scheduler.slices).toBeGreaterThanOrEqual(count / 100);
    expect(bench.validation.count().warning).toBe(count);
    bench.looks.length = 0;
    bench.changes.length = 0;
    const [input] = childrenOf(
      extensionOf(bench.element('Task_2500').businessObject, 'zeebe:IoMapping') as ModdleElement, // every task has one
      'inputParameters',
    );
    Object.assign(input ?? {}, { source: 'eu-central-1' });
    bench.changed('Task_2500');
    expect(bench.changes).toEqual([['Task_2500']]);
    await bench.settle();
    expect(bench.looks).toEqual(['Task_2500']);
    expect(bench.validation.count().warning).toBe(count - 1);
  });
});

/** Tasks with one mistake each, made without XML: reading that of so many takes longer than the rest. */
async function rowOf(count: number): Promise<ModdleElement> {
  const definitions = (await parse(bpmn({ tasks: [] }))) as ModdleElement; // bpmn-moddle's own root
  const { $model } = definitions as ModdleElement & {
    readonly $model: { create(type: string, properties: object): ModdleElement };
  };
  const [process] = childrenOf(definitions, 'rootElements');
  const flowElements = Array.from({ length: count }, (_, index) => {
    const region = $model.create('zeebe:Input', { target: 'configuration.region', source: 'eu-central-7' });
    const values = [
      $model.create('zeebe:TaskDefinition', { type: 'eventbridge-kit:send-event:1' }),
      $model.create('zeebe:IoMapping', { inputParameters: [region] }),
    ];
    const extensionElements = $model.create('bpmn:ExtensionElements', { values });
    const task = $model.create('bpmn:ServiceTask', { id: `Task_${index}`, extensionElements });
    return Object.assign(task, { $parent: process });
  });
  Object.assign(process ?? {}, { flowElements });
  return definitions;
}
