import { amount, amounts, option, path } from '@eventbridge-kit/node-kit/options';
import { defineBench, PROFILE_FOLDER_DESCRIPTION, UsageError } from '../bench.ts';
import { startEndpoint } from '../engine/endpoints.ts';
import { measureLoad, type LoadResult } from '../engine/load.ts';
import { canReadStats } from '../engine/process-stats.ts';
import { buildPrograms } from '../engine/programs.ts';
import { formatLoads } from '../engine/report.ts';
import { VARIANTS, type VariantName } from '../engine/variants.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatGoals, type GoalResult } from '../goal.ts';
import { startGatewayHost } from './gateway-host.ts';
import { checkGoals, medianOf } from './results.ts';

const COMPARED: readonly VariantName[] = ['floor', 'thirty-lines', 'ours'];

const bench = defineBench({
  summary: 'Workers on a scripted gateway, no engine: ours against thirty lines and the floor.',
  options: {
    jobs: amount('jobs', 8000, 'Jobs that wait, for each worker and load.'),
    warmUpJobs: amount('warm-up', 2000, 'Jobs before those, not measured.'),
    rounds: amount('rounds', 5, 'Runs of each, in turns; the table has the medians.', 1),
    servicesMs: amounts('service', [0, 20], 'Service times of the endpoint, in milliseconds.'),
    profileFolder: option({
      flag: 'cpu-prof',
      kind: path('FOLDER', 'the path of a folder'),
      description: PROFILE_FOLDER_DESCRIPTION,
    }),
  },
  notes: ['Needs Linux. Workers:', ...COMPARED.map((name) => `  ${name.padEnd(18)} ${VARIANTS[name].summary}`)].join(
    '\n',
  ),

  run: async ({ jobs, warmUpJobs, rounds, servicesMs, profileFolder }) => {
    if (!canReadStats()) throw new UsageError('This benchmark reads /proc: run it on Linux.');
    const { node, platform, cores, cpu } = thisMachine();
    say(`Node ${node}, ${platform}, ${cores} cores of ${cpu}; a scripted gateway`);
    say(`Gateway, endpoint and worker in a process each, on the same cores. Medians of ${rounds} rounds.`);
    say('');
    const programs = await buildPrograms(profileFolder);
    const engine = await startGatewayHost();
    const endpoint = await startEndpoint('plain');
    try {
      const goals: GoalResult[] = [];
      for (const serviceMs of servicesMs) {
        const results = new Map<VariantName, LoadResult[]>();
        for (let round = 0; round < rounds; round += 1) {
          for (const variant of COMPARED) {
            const load = { variant, transport: 'plain', serviceMs, jobs, warmUpJobs } as const;
            const result = await measureLoad(load, { engine, endpoint, programs });
            results.set(variant, [...(results.get(variant) ?? []), result]);
          }
        }
        formatLoads([...results.values()].map(medianOf), 'thirty-lines').forEach(say);
        goals.push(...checkGoals(results));
      }
      formatGoals('ours', goals).forEach(say);
    } finally {
      endpoint.stop();
      engine.close();
      programs.remove();
    }
  },
});

export default bench;
