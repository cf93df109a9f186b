import { describe, expect, it } from 'vitest';
import { RecordLog, recordIn, type EngineRecord } from './records.ts';

function line(position: number, intent: string): string {
  return `record ${JSON.stringify({ position, valueType: 'JOB', intent, value: {} })}`;
}

function is(intent: string) {
  return (record: EngineRecord) => record.intent === intent;
}

describe('the records of an engine', () => {
  it('are read from the lines of its output that hold one', () => {
    expect(recordIn(line(1, 'CREATED'))?.intent).toBe('CREATED');
    expect(recordIn('INFO - Partition-1 is leader')).toBeUndefined();
    expect(recordIn('record of nothing')).toBeUndefined();
  });

  it('can be waited for, whether there already or yet to come', async () => {
    const log = new RecordLog();
    log.take(line(1, 'CREATED'));
    expect((await log.waitFor(is('CREATED'), 'a created job')).position).toBe(1);
    const later = log.waitFor(is('COMPLETED'), 'a completed job');
    log.take(line(2, 'COMPLETED'));
    expect((await later).position).toBe(2);
  });

  it('say what was waited for when the engine ends', async () => {
    const log = new RecordLog();
    log.take(line(1, 'CREATED'));
    const waiting = log.waitFor(is('COMPLETED'), 'a completed job');
    log.end('the engine ended (SIGKILL)');
    await expect(waiting).rejects.toThrow(
      'no record of a completed job: the engine ended (SIGKILL); the last ones are JOB CREATED',
    );
  });

  it('say what was waited for when it does not come', async () => {
    await expect(new RecordLog().waitFor(is('COMPLETED'), 'a completed job', 0)).rejects.toThrow(/not within 0 ms/);
  });
});
