import { thrownText } from '@eventbridge-kit/issue';
import { basename, dirname, extname, join, relative } from 'node:path';
import { lintTemplate } from '../lint/lint-template.ts';
import { withJobs } from '../types/with-jobs.ts';
import { buildTemplate } from './build-template.ts';
import type { Command } from './options.ts';
import { refusedJson, typesOfJson } from './json-file.ts';
import { type LoadedDefinition, loadDefinitions, loadFailure } from './load.ts';
import { typesOutputs } from './job-types.ts';
import type { Built } from './output.ts';
import { type Places, readPlaces } from './places.ts';
import { type Placed, type Problem, placed } from './problem.ts';
import { lintTools } from './tools.ts';

/** What to build, and where. All of it is JSON: it may go to another process. */
export interface BuildOrder {
  readonly command: Command;
  /** As the user wrote it, for messages. */
  readonly file: string;
  /** Absolute path of the file. */
  readonly path: string;
  readonly workingDirectory: string;
  /** Absolute path of the folder for the outputs; absent: beside the file. */
  readonly outDir?: string | undefined;
}

/**
 * Builds JSON and reference page of every definition that the file exports. One definition takes the file's name;
 * several take their exports' names too.
 */
export async function build(order: BuildOrder): Promise<Built> {
  const { file, path, workingDirectory, outDir } = order;
  const shown = (other: string): string => relative(workingDirectory, other);
  const failure = (problem: Omit<Problem, 'file' | 'severity'>): Built => ({
    outputs: [],
    problems: [{ file, severity: 'error', ...problem }],
  });
  const stem = join(outDir ?? dirname(path), basename(path, extname(path)));
  if (extname(path) === '.json')
    return order.command === 'generate' ? refusedJson(file, path) : typesOfJson(file, path, stem);
  let definitions: LoadedDefinition[];
  try {
    definitions = await loadDefinitions(path);
  } catch (problem) {
    const { message, place } = loadFailure(problem, shown);
    return failure({ message: `cannot be loaded: ${message}`, ...(place !== undefined && { place }) });
  }
  if (definitions.length === 0)
    return failure({ message: 'exports no definition; export what defineTemplate returns' });
  const places = readPlaces(path, shown);
  const repeated = places.repeated.map((problem): Problem => ({
    file,
    severity: 'error',
    rule: 'repeated-key',
    ...problem,
  }));
  const built: Built[] = [{ outputs: [], problems: repeated }];
  for (const definition of definitions) {
    const own = definitions.length === 1 ? stem : `${stem}-${kebab(definition.exportName)}`;
    try {
      built.push(await buildOne(order, own, definition, places));
    } catch (problem) {
      built.push(failure({ message: `${definition.exportName}: ${thrownText(problem)}` }));
    }
  }
  return { outputs: built.flatMap((one) => one.outputs), problems: built.flatMap((one) => one.problems).sort(byPlace) };
}

/** In the order of the file; what has no place comes last. */
function byPlace(a: Problem, b: Problem): number {
  const [left, right] = [a, b].map(({ place }) => (place === undefined ? Infinity : place.line * 1e6 + place.column));
  return left === right ? 0 : (left ?? 0) - (right ?? 0);
}

async function buildOne(
  { command, file, path }: BuildOrder,
  stem: string,
  { template: written }: LoadedDefinition,
  places: Places,
): Promise<Built> {
  const problem = (found: Placed): Problem => placed(file, found, places.find(found.path));
  // What has not the shape of a template can be neither written nor validated.
  const broken = lintTemplate(written, lintTools).filter((finding) => finding.rule === 'shape');
  if (broken.length > 0) return { outputs: [], problems: broken.map(problem) };
  const template = { ...written, properties: withJobs(written.properties) };
  if (command === 'types') return { outputs: await typesOutputs(template, stem), problems: [] };
  const { outputs, problems } = await buildTemplate(template, path, stem);
  return { outputs, problems: problems.map(problem) };
}

function kebab(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
