import { amount } from '@eventbridge-kit/node-kit/options';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineBench } from '../bench.ts';
import { thisMachine } from '../machine.ts';
import { packWorker } from '../../e2e/engine/packed-worker.ts';
import { say } from '../say.ts';
import type { SoakPlan } from './plan.ts';
import { runSoak } from './run-soak.ts';
import { formatVerdict } from './verdict/report.ts';
import { isRight } from './verdict/verdict.ts';

const CACHE = new URL('../../.cache/', import.meta.url);

const bench = defineBench({
  summary: 'Many jobs under mixed faults, workers killed on the way: what came of each, by the ledgers of both sides.',
  options: {
    jobs: amount('jobs', 100_000, 'Jobs, of all kinds together.', 1),
    seed: amount('seed', 1, 'Seed of kinds, faults and kills.'),
    kills: amount('kills', 12, 'Workers that are ended on the way, SIGKILL and SIGTERM in turns.'),
    restarts: amount('restarts', 5, 'Times that the gateway goes away and comes back.'),
  },
  notes: [
    'A scripted engine, the local bus and two workers run in processes of their own. Engine and bus each write a ledger;',
    'the verdict joins the two. Ends with 1 where it is wrong.',
  ].join(' '),

  run: async (options) => {
    const plan: SoakPlan = { ...options, workers: 2, folder: fileURLToPath(new URL('soak/', CACHE)) };
    const machine = thisMachine();
    say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.cpu}`);
    const packed = await packWorker();
    const startMs = performance.now();
    try {
      const verdict = await runSoak(plan, packed.bin, {
        onProgress: ({ ended, kills, elapsedMs }) =>
          say(`  ${seconds(elapsedMs)} s: ${ended} of ${plan.jobs} jobs ended, ${kills} of ${plan.kills} kills`),
      });
      say('');
      say(
        `${plan.jobs} jobs, seed ${plan.seed}, ${plan.kills} kills, ${plan.restarts} restarts of the gateway, ` +
          `${plan.workers} workers at a time: ${seconds(performance.now() - startMs)} s`,
      );
      say('');
      formatVerdict(verdict).forEach(say);
      const results = new URL('bench/', CACHE);
      mkdirSync(results, { recursive: true });
      const file = new URL('soak.json', results);
      writeFileSync(file, `${JSON.stringify({ machine, plan, verdict }, undefined, 2)}\n`);
      say('');
      say(`Ledgers and logs in ${plan.folder}. Written to ${fileURLToPath(file)}`);
      if (!isRight(verdict)) process.exitCode = 1;
    } finally {
      packed.remove();
    }
  },
});

export default bench;

function seconds(ms: number): string {
  return (ms / 1000).toFixed(0);
}
