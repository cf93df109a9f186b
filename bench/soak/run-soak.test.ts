import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { JOB_KINDS, KIND_NAMES } from './job-kinds.ts';
import { FILES } from './plan.ts';
import { readLedger, type BusLine, type GatewayLine, type WorkerLine } from './ledger.ts';
import { runSoak } from './run-soak.ts';
import { formatVerdict } from './verdict/report.ts';
import { isRight, judge, type Ledgers } from './verdict/verdict.ts';

const BIN = fileURLToPath(new URL('../../worker/bin/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-soak-'));

describe('a small soak run', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses no job and completes none falsely, with a worker killed, one ended and the gateway restarted', async () => {
    const plan = { jobs: 300, seed: 1, kills: 2, restarts: 1, workers: 2, folder };
    const verdict = await runSoak(plan, BIN, { onProgress: () => undefined });
    expect(verdict.wrongs.filter(({ where }) => where.length > 0)).toEqual([]);
    expect(formatVerdict(verdict).at(-1)).toBe('The verdict: right.');
    expect(verdict.jobs).toBe(300);
    for (const kind of KIND_NAMES.filter((name) => JOB_KINDS[name].share > 0)) {
      const [ending] = JOB_KINDS[kind].mayEnd;
      expect([kind, verdict.endings[ending][kind]]).not.toEqual([kind, 0]);
    }
    expect(verdict.workers.map(({ signal }) => signal).sort()).toEqual(['SIGKILL', 'SIGTERM', 'SIGTERM', 'SIGTERM']);
  });

  it('is judged wrong when its ledgers tell of a false worker', () => {
    const ledgers: Ledgers = {
      gateway: readLedger<GatewayLine>(join(folder, FILES.gateway)),
      bus: readLedger<BusLine>(join(folder, FILES.bus)),
      workers: readLedger<WorkerLine>(join(folder, FILES.workers)),
    };
    expect(isRight(judge(ledgers))).toBe(true);
    const completed = ledgers.gateway.find((line) => line.what === 'took' && line.command === 'complete');
    const withoutEvent = ledgers.bus.filter(({ detail }) => detail?.job !== completed?.job);
    expect(isRight(judge({ ...ledgers, bus: withoutEvent }))).toBe(false);
    const withoutOutcome = ledgers.gateway.filter((line) => line !== completed);
    expect(isRight(judge({ ...ledgers, gateway: withoutOutcome }))).toBe(false);
  });
});
