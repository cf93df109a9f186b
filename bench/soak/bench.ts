import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toNumber } from '../arguments.ts';
import { UsageError, type Bench } from '../bench.ts';
import { thisMachine } from '../machine.ts';
import { packWorker } from '../packed-worker.ts';
import { say } from '../say.ts';
import type { SoakPlan } from './plan.ts';
import { runSoak } from './run-soak.ts';
import { formatVerdict } from './verdict/report.ts';
import { isRight } from './verdict/verdict.ts';

const CACHE = new URL('../../.cache/', import.meta.url);

const OPTIONS = {
  jobs: { type: 'string', default: '100000' },
  seed: { type: 'string', default: '1' },
  kills: { type: 'string', default: '12' },
  restarts: { type: 'string', default: '5' },
} as const;

const bench: Bench = {
  summary: 'Many jobs under mixed faults, workers killed on the way: what came of each, by the ledgers of both sides.',
  usage: [
    `  --jobs N           default ${OPTIONS.jobs.default}`,
    `  --seed N           of kinds, faults and kills, default ${OPTIONS.seed.default}`,
    `  --kills N          workers that are ended on the way, SIGKILL and SIGTERM in turns, default ${OPTIONS.kills.default}`,
    `  --restarts N       times that the gateway goes away and comes back, default ${OPTIONS.restarts.default}`,
    '',
    'A scripted engine, the local bus and two workers run in processes of their own. Engine and bus each write a ledger;',
    'the verdict joins the two. Ends with 1 where it is wrong.',
  ].join('\n'),

  run: async (args) => {
    const plan = readPlan(args);
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
};

export default bench;

function readPlan(args: readonly string[]): SoakPlan {
  const values = parse(args);
  const jobs = toNumber('jobs', values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1)
    throw new UsageError(`--jobs takes a whole number of 1 or more: found ${jobs}.`);
  return {
    jobs,
    seed: toNumber('seed', values.seed),
    kills: toNumber('kills', values.kills),
    restarts: toNumber('restarts', values.restarts),
    workers: 2,
    folder: fileURLToPath(new URL('soak/', CACHE)),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(0);
}
