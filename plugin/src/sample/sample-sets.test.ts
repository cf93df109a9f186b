import { beforeEach, describe, expect, it } from 'vitest';
import { eventTask, FakeDiagram } from '../../test/fake-modeler.ts';
import { readSampleFile, sampleFile, SampleSets } from './sample-sets.ts';
import type { SampleStorage } from './sample-storage.ts';

class Memory implements SampleStorage {
  readonly kept = new Map<string, string>();

  get(key: string): string | undefined {
    return this.kept.get(key);
  }

  set(key: string, text: string): void {
    this.kept.set(key, text);
  }
}

let storage: Memory;
let samples: SampleSets;
let others: SampleSets;

beforeEach(async () => {
  const diagram = await FakeDiagram.ofProcess(eventTask('one', '') + eventTask('two', ''));
  storage = new Memory();
  samples = new SampleSets(storage, diagram.element('one').businessObject);
  others = new SampleSets(storage, diagram.element('two').businessObject);
});

describe('samples of a task', () => {
  it('are kept by name, one of a name, and are no other task’s', async () => {
    await samples.keep({ name: 'small', text: '{"a": 1}' });
    await samples.keep({ name: 'small', text: '{"a": 2}' }, { name: 'large', text: '{}' });
    expect(await samples.all()).toEqual([
      { name: 'small', text: '{\n  "a": 2\n}' },
      { name: 'large', text: '{}' },
    ]);
    expect(await others.all()).toEqual([]);
    await samples.remove('small');
    expect((await samples.all()).map(({ name }) => name)).toEqual(['large']);
  });

  it('hold nothing that looks like a key of AWS', async () => {
    await samples.keep({ name: 'x', text: '{"key": "AKIAIOSFODNN7EXAMPLE"}' });
    expect([...storage.kept.values()].join()).not.toContain('AKIA');
  });

  it.each(['', '[]', '{"format": "other"}', 'no JSON'])('are not read from %j', (text) => {
    expect(readSampleFile(text).ok).toBe(false);
  });

  it('come back from their file, without what is no sample', () => {
    const sets = [{ name: 'a', text: '{\n  "b": 1\n}' }];
    expect(readSampleFile(sampleFile(sets))).toEqual({ ok: true, sets });
    const odd = JSON.stringify({
      format: 'eventbridge-kit-samples',
      samples: [1, { name: '' }, { name: 'n', variables: 1 }],
    });
    expect(readSampleFile(odd)).toEqual({ ok: true, sets: [] });
  });
});
