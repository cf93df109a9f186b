import { amount, amounts, listOf, oneOf, option, path } from '@eventbridge-kit/node-kit/options';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineBench, PROFILE_FOLDER_DESCRIPTION, UsageError } from '../bench.ts';
import { formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import type { Transport } from './endpoints.ts';
import { METRICS_VARIABLE, startEngineHost, type EngineHost } from './engine-host.ts';
import { checkGoals } from './goals.ts';
import { measure } from './measure.ts';
import { canReadStats } from './process-stats.ts';
import { buildPrograms } from './programs.ts';
import { formatIdle, formatLoads } from './report.ts';
import { VARIANTS, type VariantName } from './variants.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);

const TRANSPORTS: readonly Transport[] = ['plain', 'tls'];
const NAMES = Object.keys(VARIANTS) as VariantName[]; // the keys of the table are its names

const bench = defineBench({
  summary: 'Workers on an engine: jobs a second, CPU time, memory, connections, idle latency, start.',
  options: {
    jobs: amount('jobs', 3000, 'Jobs that wait, for each worker and load.'),
    warmUpJobs: amount('warm-up', 500, 'Jobs before those, not measured.'),
    memoryJobs: amount('memory-jobs', 10_000, 'Jobs of the run that looks at the memory; 0: no such run.'),
    instances: amount('instances', 200, 'Idle instances of each; 0: none.'),
    servicesMs: amounts('service', [0, 20], 'Service times of the endpoint, in milliseconds.'),
    transports: option({
      flag: 'transport',
      kind: listOf(oneOf('LIST', TRANSPORTS)),
      description: 'How PutEvents is reached.',
      default: TRANSPORTS,
    }),
    variants: option({ flag: 'variants', kind: listOf(oneOf('LIST', NAMES)), description: 'Workers.', default: NAMES }),
    profileFolder: option({
      flag: 'cpu-prof',
      kind: path('FOLDER', 'the path of a folder'),
      description: PROFILE_FOLDER_DESCRIPTION,
    }),
  },
  notes: [
    `It runs on the in-memory engine of the tests, which does not write its records then: Java 21 or newer, and Maven the first time. Or on the engine that ZEEBE_GRPC_ADDRESS names (grpc://HOST:PORT, without sign-in), whose metrics are at ${METRICS_VARIABLE}. Needs Linux. Variants:`,
    ...Object.entries(VARIANTS).map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`),
  ].join('\n'),

  run: async ({ profileFolder, ...plan }) => {
    if (!canReadStats()) throw new UsageError('This benchmark reads /proc: run it on Linux.');
    const machine = thisMachine();
    const startMs = performance.now();
    const programs = await buildPrograms(profileFolder);
    try {
      const { name } = await firstLook();
      say(`Node ${machine.node}, ${machine.platform}, ${machine.cores} cores of ${machine.cpu}; ${name}`);
      say('Engine, endpoint and worker in a process each, on the same cores; a new engine for each load.');
      say('The link to the engine is plain.');
      say('');
      const results = await measure(
        plan,
        { startEngine: startEngineHost, programs },
        {
          onLoads: (loads) => formatLoads(loads).forEach(say),
          onIdle: (idle) => formatIdle(idle, plan.instances).forEach(say),
        },
      );
      const goals = checkGoals(results);
      formatGoals('ours', goals).forEach(say);
      mkdirSync(RESULTS, { recursive: true });
      const file = new URL('engine.json', RESULTS);
      writeFileSync(file, `${JSON.stringify({ machine, engine: name, plan, ...results, goals }, undefined, 2)}\n`);
      say('');
      say(`Took ${((performance.now() - startMs) / 1000).toFixed(0)} s. Written to ${fileURLToPath(file)}`);
    } finally {
      programs.remove();
    }
  },
});

export default bench;

/** Which engine it will be; fetches it where that is needed. */
async function firstLook(): Promise<Pick<EngineHost, 'name'>> {
  const engine = await startEngineHost([]);
  await engine.close();
  return engine;
}
