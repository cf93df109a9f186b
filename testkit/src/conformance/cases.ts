import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActivatedJob, ActivateRequest, CamundaConnection } from '../../../worker/src/camunda/job-port.ts';
import type { JobEnd } from '../camunda/model-engine.ts';
import { CONFORMANCE_JOB, type CaseName, type ConformanceHost, type ConformanceScene } from './host.ts';

/** The last key of the first partition: one of a partition that is not there gets another answer. */
const NO_JOB = '4503599627370495';
const MINUTE_MS = 60_000;
/** So often the engine's time is moved before a job counts as not coming: one move can be lost. */
const MAX_MOVES = 10;

/** The cases that every way to Camunda passes, on every host that can show them. */
export function conformance(host: ConformanceHost): void {
  describe(`the connection to ${host.name}`, () => {
    let scene: ConformanceScene;
    // Jobs that an earlier run left on the same engine have other types.
    const run = randomUUID();
    let types = 0;

    beforeAll(async () => {
      scene = await host.start();
    });
    afterAll(() => scene.close());

    const connection = (): CamundaConnection => scene.connection;
    /** A job type of its own for each case. */
    const newType = (): string => `conformance-${run}-${(types += 1)}`;

    const activate = (type: string, changes: Partial<ActivateRequest> = {}): Promise<ActivatedJob[]> =>
      connection().activate({
        type,
        worker: 'conformance',
        timeoutMs: MINUTE_MS,
        maxJobs: 10,
        fetchVariables: ['input', 'configuration'],
        tenantIds: [],
        requestTimeoutMs: 2 * MINUTE_MS,
        ...changes,
      });

    const activateOne = async (type = newType()): Promise<ActivatedJob> => {
      await scene.createJob(type);
      const [job] = await activate(type);
      if (job === undefined) throw new Error('the job was not activated');
      return job;
    };

    /** The end of a job, where the engine tells it. */
    const expectEnd = async (key: string, end: Partial<JobEnd>): Promise<void> => {
      if (scene.endOf !== undefined) expect(await scene.endOf(key)).toMatchObject(end);
    };

    /** Moves the engine's time until a job comes. */
    const activateLater = async (type: string, byMs: number): Promise<ActivatedJob[]> => {
      for (let move = 1; move <= MAX_MOVES; move += 1) {
        await scene.advance(byMs);
        const jobs = await activate(type, { requestTimeoutMs: -1 });
        if (jobs.length > 0) return jobs;
      }
      return [];
    };

    /** What a host cannot show is no test there, rather than a skipped one: none may be skipped by accident. */
    const unlessExcepted = (name: CaseName, test: () => Promise<void>): void => {
      if (host.exceptions[name] === undefined) it(name, test);
    };

    it('tells the version of the gateway', async () => {
      const { gatewayVersion } = await connection().probe();
      expect(gatewayVersion).toMatch(host.version);
    });

    it('activates a job with all that it carries, and with the wanted variables only', async () => {
      const type = newType();
      const job = await activateOne(type);
      const { processId, elementId, retries, headers } = CONFORMANCE_JOB;
      expect(job).toMatchObject({ type, processId, elementId, retries, headers });
      expect(Object.keys(job.variables).sort()).toEqual(['configuration', 'input']);
      expect(job.variables['configuration']).toEqual({ region: 'eu-central-1' });
      for (const key of [job.key, job.processInstanceKey, job.elementInstanceKey]) expect(key).toMatch(/^\d{16,19}$/);
    });

    it('keeps an integer of 64 bits in a detail', async () => {
      const { variables } = await activateOne();
      expect(variables['input']).toEqual({ source: 'com.example', detail: '{"id":9223372036854775807}' });
    });

    it('activates no more jobs than asked for, and each once', async () => {
      const type = newType();
      for (let job = 0; job < 3; job += 1) await scene.createJob(type);
      const keys = new Set<string>();
      while (keys.size < 3) {
        const jobs = await activate(type, { maxJobs: 2 });
        expect(jobs.length).toBeLessThanOrEqual(2);
        for (const { key } of jobs) {
          expect(keys).not.toContain(key);
          keys.add(key);
        }
      }
    });

    it('answers at once when there is no job and none shall be waited for', async () => {
      expect(await activate(newType(), { requestTimeoutMs: -1 })).toEqual([]);
    });

    unlessExcepted('waits for a job', async () => {
      const type = newType();
      const waiting = activate(type);
      await scene.createJob(type);
      expect(await waiting).toHaveLength(1);
    });

    it('ends the wait when it is aborted', async () => {
      const abort = new AbortController();
      const waiting = connection().activate(
        {
          type: newType(),
          worker: 'conformance',
          timeoutMs: MINUTE_MS,
          maxJobs: 1,
          fetchVariables: ['input'],
          tenantIds: [],
          requestTimeoutMs: 30_000,
        },
        abort.signal,
      );
      abort.abort();
      expect(await waiting).toEqual([]);
    });

    unlessExcepted('other tenants', async () => {
      const type = newType();
      for (const tenantId of ['red', 'blue', 'green']) await scene.createJob(type, { tenantId });
      const jobs = await activate(type, { tenantIds: ['red', 'blue'] });
      expect(jobs.map(({ tenantId }) => tenantId).sort()).toEqual(['blue', 'red']);
      expect(await activate(type, { requestTimeoutMs: -1 })).toEqual([]);
    });

    unlessExcepted('foreign tenant', async () => {
      await expect(activate(newType(), { tenantIds: ['nobody'] })).rejects.toMatchObject({ kind: 'rejected' });
    });

    it('completes a job with variables', async () => {
      const { key } = await activateOne();
      const variables = { response: { entries: [{ eventId: 'a', n: 1.5 }], nothing: null, text: 'Größe "1" 🎉' } };
      await connection().complete(key, variables);
      await expectEnd(key, { how: 'completed', variables });
    });

    unlessExcepted('fails a job until its backoff is over', async () => {
      const type = newType();
      const { key } = await activateOne(type);
      const failure = { retries: 2, message: 'why', retryBackoffMs: MINUTE_MS };
      await connection().fail(key, { ...failure, variables: {} });
      await expectEnd(key, { how: 'failed', ...failure });
      expect(await activate(type, { requestTimeoutMs: -1 })).toEqual([]);
      expect(await activateLater(type, MINUTE_MS)).toMatchObject([{ key, retries: 2 }]);
    });

    unlessExcepted('fails a job with variables', async () => {
      const { key } = await activateOne();
      const variables = { error: { code: 'Throttled' } };
      await connection().fail(key, { retries: 2, message: 'why', retryBackoffMs: MINUTE_MS, variables });
      await expectEnd(key, { how: 'failed', variables });
    });

    it('fails a job for good: no retries, no backoff; what comes later is rejected', async () => {
      const { key } = await activateOne();
      await connection().fail(key, { retries: 0, message: 'a wrong value', retryBackoffMs: 0, variables: {} });
      await expectEnd(key, { how: 'failed', retries: 0, message: 'a wrong value' });
      await expect(connection().complete(key, {})).rejects.toMatchObject({ kind: 'rejected' });
    });

    it('throws an error', async () => {
      const { key } = await activateOne();
      await connection().throwError(key, { code: 'NO_BUS', message: 'why', variables: { bus: 'orders' } });
      await expectEnd(key, {
        how: 'errorThrown',
        code: 'NO_BUS',
        message: 'why',
        variables: { bus: 'orders' },
      });
    });

    unlessExcepted('extends the time of a job', async () => {
      const type = newType();
      const extended = await activateOne(type);
      const other = await activateOne(type);
      await connection().extend(extended.key, 100 * MINUTE_MS);
      const later = await activateLater(type, 2 * MINUTE_MS);
      expect(later.map(({ key }) => key)).toEqual([other.key]);
    });

    it.each<[string, (key: string) => Promise<void>]>([
      ['complete', (key) => connection().complete(key, {})],
      ['fail', (key) => connection().fail(key, { retries: 1, message: 'm', retryBackoffMs: 0, variables: {} })],
      ['throwError', (key) => connection().throwError(key, { code: 'C', message: 'm', variables: {} })],
      ['extend', (key) => connection().extend(key, MINUTE_MS)],
    ])('tells of %s that there is no such job', async (_name, send) => {
      await expect(send(NO_JOB)).rejects.toMatchObject({ name: 'CamundaError', kind: 'notFound', code: 'NOT_FOUND' });
    });

    it('tells of a second outcome that the job is gone', async () => {
      const { key } = await activateOne();
      await connection().complete(key, {});
      await expect(connection().complete(key, {})).rejects.toMatchObject({ kind: 'notFound' });
    });

    unlessExcepted('back-pressure', async () => {
      const { key } = await activateOne();
      scene.setBusy(true);
      const busy = { kind: 'backPressure', code: 'RESOURCE_EXHAUSTED' };
      await expect(connection().complete(key, {})).rejects.toMatchObject(busy);
      await expect(activate(newType())).rejects.toMatchObject(busy);
      scene.setBusy(false);
      await connection().complete(key, {});
    });

    unlessExcepted('restart', async () => {
      const { key } = await activateOne();
      await scene.stopGateway();
      await expect(connection().complete(key, {})).rejects.toMatchObject({ kind: 'unavailable' });
      await expect(activate(newType())).rejects.toMatchObject({ kind: 'unavailable' });
      await scene.startGateway();
      await eventually(() => connection().complete(key, {}));
      await expectEnd(key, { how: 'completed' });
      expect((await activateOne()).key).not.toBe(key);
    });
  });
}

/** The gateway may be there before the connection has found it. */
async function eventually(send: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return;
    } catch (error) {
      if (attempt === 2_400) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
