import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { ValidationBench } from '../../test/validation.ts';
import type { ModdleElement } from '../host/moddle.ts';

const LOST = new Error('the file is gone');

/** What a host's console tells. */
const told = vi.spyOn(console, 'error');

beforeEach(() => void told.mockReset().mockReturnValue(undefined));
afterEach(() => void told.mockReset());

async function open(...loadErrors: readonly Error[]): Promise<ValidationBench> {
  const xml = bpmn({ tasks: [{ inputs: { 'configuration.region': 'eu-central-7' } }] });
  const bench = new ValidationBench((await parse(xml)) as ModdleElement); // bpmn-moddle's own root
  bench.loadErrors.push(...loadErrors);
  bench.eventBus.fire('import.done');
  await idle();
  return bench;
}

/** Every promise that is settled has told so. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
}

function fired({ eventBus }: ValidationBench): readonly string[] {
  return eventBus.fired.filter((event) => event.startsWith('eventBridgeValidation.'));
}

describe('rules that cannot be loaded', () => {
  it('are told of: as an event, as a state, and on the console', async () => {
    const bench = await open(LOST);
    expect(fired(bench)).toEqual(['eventBridgeValidation.failed']);
    expect(bench.validation.failure).toEqual({ error: LOST });
    expect(bench.validation.isPending).toBe(true);
    expect(told.mock.calls).toEqual([[expect.stringContaining('nothing is checked'), LOST]]);
  });

  it('are asked for again by the next edit, and then everything is looked at', async () => {
    const bench = await open(LOST);
    bench.changed('Task_1');
    await bench.settle();
    expect(bench.validation.failure).toBeUndefined();
    expect(bench.validation.issues().map(({ rule }) => rule)).toEqual(['region-unknown']);
    expect(fired(bench).at(-1)).toBe('eventBridgeValidation.settled');
  });

  it('are asked for again on demand', async () => {
    const bench = await open(LOST);
    bench.validation.retry();
    await bench.settle();
    expect(bench.validation.issues()).toHaveLength(1);
  });

  it('are told of at each try, on the console once', async () => {
    const bench = await open(LOST, LOST);
    bench.changed('Task_1');
    await idle();
    expect(fired(bench)).toEqual(['eventBridgeValidation.failed', 'eventBridgeValidation.failed']);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('leave nothing to do where the diagram goes meanwhile', async () => {
    const bench = await open(LOST);
    bench.eventBus.fire('diagram.clear');
    bench.validation.retry();
    await idle();
    expect(bench.validation.isPending).toBe(false);
    expect(bench.scheduler.runOnce()).toBe(false);
  });
});
