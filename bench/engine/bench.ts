import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { toNumber, toNumbers } from '../arguments.ts';
import { UsageError, type Bench } from '../bench.ts';
import { formatGoals } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import type { Transport } from './endpoints.ts';
import { METRICS_VARIABLE, startEngineHost, type EngineHost } from './engine-host.ts';
import { checkGoals } from './goals.ts';
import { measure, type Plan } from './measure.ts';
import { canReadStats } from './process-stats.ts';
import { buildPrograms } from './programs.ts';
import { formatIdle, formatLoads } from './report.ts';
import { VARIANTS, type VariantName } from './variants.ts';

const RESULTS = new URL('../../.cache/bench/', import.meta.url);

const TRANSPORTS: readonly Transport[] = ['plain', 'tls'];
const NAMES = Object.keys(VARIANTS) as VariantName[]; // the keys of the table are its names

const OPTIONS = {
  jobs: { type: 'string', default: '3000' },
  'warm-up': { type: 'string', default: '500' },
  'memory-jobs': { type: 'string', default: '10000' },
  instances: { type: 'string', default: '200' },
  service: { type: 'string', default: '0,20' },
  transport: { type: 'string', default: TRANSPORTS.join(',') },
  variants: { type: 'string', default: NAMES.join(',') },
  'cpu-prof': { type: 'string' },
} as const;

const bench: Bench = {
  summary: 'Workers on an engine: jobs a second, CPU time, memory, connections, idle latency, start.',
  usage: [
    `  --jobs N           jobs that wait, for each worker and load, default ${OPTIONS.jobs.default}`,
    `  --warm-up N        jobs before those, not measured, default ${OPTIONS['warm-up'].default}`,
    `  --memory-jobs N    jobs of the run that looks at the memory, default ${OPTIONS['memory-jobs'].default}; 0: no such run`,
    `  --instances N      idle instances of each, default ${OPTIONS.instances.default}; 0: none`,
    `  --service LIST     service times of the endpoint, in milliseconds, default ${OPTIONS.service.default}`,
    `  --transport LIST   how PutEvents is reached, default ${OPTIONS.transport.default}`,
    `  --variants LIST    default ${OPTIONS.variants.default}`,
    '  --cpu-prof FOLDER  each worker leaves a profile of its CPU time there, for the developer tools of a browser',
    '',
    'It runs on the in-memory engine of the tests, which does not write its records then: Java 21 or newer, and Maven the',
    'first time. Or on the engine that ZEEBE_GRPC_ADDRESS names (grpc://HOST:PORT, without sign-in), whose metrics are at',
    `${METRICS_VARIABLE}. Needs Linux. Variants:`,
    ...Object.entries(VARIANTS).map(([name, { summary }]) => `  ${name.padEnd(18)} ${summary}`),
  ].join('\n'),

  run: async (args) => {
    const { plan, profileFolder } = readArguments(args);
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
};

export default bench;

/** Which engine it will be; fetches it where that is needed. */
async function firstLook(): Promise<Pick<EngineHost, 'name'>> {
  const engine = await startEngineHost([]);
  await engine.close();
  return engine;
}

function readArguments(args: readonly string[]): { plan: Plan; profileFolder: string | undefined } {
  const values = parse(args);
  const plan = {
    variants: choices('variants', values.variants, NAMES),
    transports: choices('transport', values.transport, TRANSPORTS),
    servicesMs: toNumbers('service', values.service),
    jobs: toNumber('jobs', values.jobs),
    warmUpJobs: toNumber('warm-up', values['warm-up']),
    memoryJobs: toNumber('memory-jobs', values['memory-jobs']),
    instances: toNumber('instances', values.instances),
  };
  return { plan, profileFolder: values['cpu-prof'] };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

function choices<Choice extends string>(name: string, text: string, all: readonly Choice[]): Choice[] {
  const parts = text.split(',');
  const unknown = parts.find((part) => !all.some((choice) => choice === part));
  if (unknown !== undefined) {
    throw new UsageError(`--${name} takes some of ${all.join(', ')}, separated by commas: found "${unknown}".`);
  }
  return all.filter((choice) => parts.includes(choice));
}
