import { describe, expect, it } from 'vitest';
import { RecordLog, recordIn, type EngineRecord } from './records.ts';

const line = (position: number, intent: string): string =>
  `2026-01-01 INFO io.camunda.zeebe.broker.exporter.log - ${JSON.stringify({ position, valueType: 'JOB', intent, value: {} })}`;

const is = (intent: string) => (record: EngineRecord) => record.intent === intent;

describe('the records of an engine', () => {
  it('are read from the lines of its output that hold one', () => {
    expect(recordIn(line(1, 'CREATED'))?.intent).toBe('CREATED');
    expect(recordIn('INFO - Partition-1 is leader')).toBeUndefined();
    expect(recordIn('exporter.log - Closed the exporter')).toBeUndefined();
  });

  it('can be waited for, whether there already or yet to come', async () => {
    const log = new RecordLog();
    log.take(line(1, 'CREATED'));
    expect((await log.waitFor(is('CREATED'), 'a created job')).position).toBe(1);
    const later = log.waitFor(is('COMPLETED'), 'a completed job');
    log.take(line(2, 'COMPLETED'));
    expect((await later).position).toBe(2);
  });

  it('stand once when a restarted engine writes them again', () => {
    const log = new RecordLog();
    for (const position of [1, 2, 1, 2, 3]) log.take(line(position, 'CREATED'));
    expect(log.all().map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('say what was waited for when the engine ends', async () => {
    const log = new RecordLog();
    log.take(line(1, 'CREATED'));
    const waiting = log.waitFor(is('COMPLETED'), 'a completed job');
    log.end('the broker ended (SIGKILL)');
    await expect(waiting).rejects.toThrow(
      'no record of a completed job: the broker ended (SIGKILL); the last ones are JOB CREATED',
    );
  });

  it('say what was waited for when it does not come', async () => {
    await expect(new RecordLog().waitFor(is('COMPLETED'), 'a completed job', 0)).rejects.toThrow(/not within 0 ms/);
  });
});
