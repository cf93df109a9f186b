import { parseArgs } from 'node:util';
import { toNumber, toNumbers } from '../arguments.ts';
import { UsageError, type Bench } from '../bench.ts';
import { startEndpoint } from '../engine/endpoints.ts';
import { measureLoad, type LoadResult } from '../engine/load.ts';
import { canReadStats } from '../engine/process-stats.ts';
import { buildPrograms } from '../engine/programs.ts';
import { formatLoads } from '../engine/report.ts';
import { VARIANTS, type VariantName } from '../engine/variants.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatGoals } from '../goal.ts';
import { startGatewayHost } from './gateway-host.ts';
import { checkGoals, median } from './results.ts';

const COMPARED: readonly VariantName[] = ['floor', 'thirty-lines', 'ours'];

const OPTIONS = {
  jobs: { type: 'string', default: '8000' },
  'warm-up': { type: 'string', default: '2000' },
  rounds: { type: 'string', default: '3' },
  service: { type: 'string', default: '0,20' },
  'cpu-prof': { type: 'string' },
} as const;

const bench: Bench = {
  summary: 'Workers on a scripted gateway, no engine: ours against thirty lines and the floor.',
  usage: [
    `  --jobs N           jobs that wait, for each worker and load, default ${OPTIONS.jobs.default}`,
    `  --warm-up N        jobs before those, not measured, default ${OPTIONS['warm-up'].default}`,
    `  --rounds N         runs of each, in turns; the table has the medians, default ${OPTIONS.rounds.default}`,
    `  --service LIST     service times of the endpoint, in milliseconds, default ${OPTIONS.service.default}`,
    '  --cpu-prof FOLDER  each worker leaves a profile of its CPU time there, for the developer tools of a browser',
    '',
    'Needs Linux. Workers:',
    ...COMPARED.map((name) => `  ${name.padEnd(18)} ${VARIANTS[name].summary}`),
  ].join('\n'),

  run: async (args) => {
    const { jobs, warmUpJobs, rounds, servicesMs, profileFolder } = readArguments(args);
    if (!canReadStats()) throw new UsageError('This benchmark reads /proc: run it on Linux.');
    const { node, platform, cores, cpu } = thisMachine();
    say(`Node ${node}, ${platform}, ${cores} cores of ${cpu}; a scripted gateway`);
    say(`Gateway, endpoint and worker in a process each, on the same cores. Medians of ${rounds} rounds.`);
    say('');
    const programs = await buildPrograms(profileFolder);
    const engine = await startGatewayHost();
    const endpoint = await startEndpoint('plain');
    try {
      const all: LoadResult[] = [];
      for (const serviceMs of servicesMs) {
        const results = new Map<VariantName, LoadResult[]>();
        for (let round = 0; round < rounds; round += 1) {
          for (const variant of COMPARED) {
            const load = { variant, transport: 'plain', serviceMs, jobs, warmUpJobs } as const;
            const result = await measureLoad(load, { engine, endpoint, programs });
            results.set(variant, [...(results.get(variant) ?? []), result]);
          }
        }
        const medians = [...results.values()].map(median);
        formatLoads(medians, 'thirty-lines').forEach(say);
        all.push(...medians);
      }
      formatGoals('ours', checkGoals(all)).forEach(say);
    } finally {
      endpoint.stop();
      engine.close();
      programs.remove();
    }
  },
};

export default bench;

function readArguments(args: readonly string[]) {
  const values = parse(args);
  return {
    jobs: toNumber('jobs', values.jobs),
    warmUpJobs: toNumber('warm-up', values['warm-up']),
    rounds: toNumber('rounds', values.rounds),
    servicesMs: toNumbers('service', values.service),
    profileFolder: values['cpu-prof'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}
