import { readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { templateJson } from '../emit/template.ts';
import { lintTemplate } from '../lint/lint-template.ts';
import type { DefinitionPath } from '../lint/rule.ts';
import { referencePage } from '../page/reference-page.ts';
import { withJobs } from '../types/with-jobs.ts';
import { readIcon } from './icon.ts';
import { type LoadedDefinition, loadDefinitions, loadFailure } from './load.ts';
import type { Output } from './output.ts';
import { type Places, placeOf, readPlaces } from './places.ts';
import { type Problem, thrownMessage } from './problem.ts';
import { readSource, repeatedKeys } from './source.ts';
import { lintTools } from './tools.ts';
import { validateJson } from './validate.ts';

/** What to build, and where. All of it is JSON: it may go to another process. */
export interface BuildOrder {
  /** As the user wrote it, for messages. */
  readonly file: string;
  /** Absolute path of the file. */
  readonly path: string;
  readonly workingDirectory: string;
  /** Absolute path of the folder for the outputs; absent: beside the file. */
  readonly outDir?: string;
}

/** What a definition file gives: the files to write, and what is wrong with it. */
export interface Built {
  readonly outputs: readonly Output[];
  readonly problems: readonly Problem[];
}

/**
 * Builds JSON and reference page of every definition that the file exports. One definition takes the file's name;
 * several take their exports' names too.
 */
export const build = async (order: BuildOrder): Promise<Built> => {
  const { file, path, workingDirectory, outDir } = order;
  const shown = (other: string): string => relative(workingDirectory, other);
  const failure = (problem: Omit<Problem, 'file' | 'severity'>): Built => ({
    outputs: [],
    problems: [{ file, severity: 'error', ...problem }],
  });
  if (extname(path) === '.json') return refusedJson(file, path);
  let definitions: LoadedDefinition[];
  try {
    definitions = await loadDefinitions(path);
  } catch (problem) {
    const { message, place } = loadFailure(problem, shown);
    return failure({ message: `cannot be loaded: ${message}`, ...(place === undefined ? {} : { place }) });
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
    const stem = basename(path, extname(path)) + (definitions.length === 1 ? '' : `-${kebab(definition.exportName)}`);
    try {
      built.push(await buildOne(order, join(outDir ?? dirname(path), stem), definition, places));
    } catch (problem) {
      built.push(failure({ message: `${definition.exportName}: ${thrownMessage(problem)}` }));
    }
  }
  return { outputs: built.flatMap((one) => one.outputs), problems: built.flatMap((one) => one.problems).sort(byPlace) };
};

/** In the order of the file; what has no place comes last. */
const byPlace = (a: Problem, b: Problem): number => {
  const [left, right] = [a, b].map(({ place }) => (place === undefined ? Infinity : place.line * 1e6 + place.column));
  return left === right ? 0 : (left ?? 0) - (right ?? 0);
};

/** JSON is what comes out: a definition in JSON would be replaced by its own template. */
const refusedJson = (file: string, path: string): Built => {
  const source = readSource(readFileSync(path, 'utf8'), 'json');
  const repeated = repeatedKeys(source).map(({ key, first }): Problem => ({
    file,
    place: placeOf(key.node),
    severity: 'error',
    rule: 'repeated-key',
    message: `the key "${key.name}" stands twice in one object, first in line ${first.node.loc.start.line}`,
  }));
  const message =
    'is JSON, which generate writes and does not read: it would be overwritten; write the definition in TypeScript or JavaScript';
  return { outputs: [], problems: [{ file, severity: 'error', message }, ...repeated] };
};

const buildOne = async (
  { file, path }: BuildOrder,
  stem: string,
  { template: written }: LoadedDefinition,
  places: Places,
): Promise<Built> => {
  const problem = ({ path: part, ...rest }: Placed): Problem => {
    const place = places.find(part);
    return { file, ...(place === undefined ? {} : { place }), ...rest };
  };
  // What has not the shape of a template can be neither written nor validated.
  const broken = lintTemplate(written, lintTools).filter((finding) => finding.rule === 'shape');
  if (broken.length > 0) return { outputs: [], problems: broken.map(problem) };
  const template = { ...written, properties: withJobs(written.properties) };
  const icon = await readIcon(template, path);
  if (icon !== undefined && 'problem' in icon) {
    const findings: Placed[] = [
      ...lintTemplate(template, lintTools),
      { severity: 'error', path: ['icon'], message: icon.problem },
    ];
    return { outputs: [], problems: findings.map(problem) };
  }
  const findings = lintTemplate(template, { ...lintTools, ...(icon === undefined ? {} : { iconBytes: icon.bytes }) });
  const json = templateJson(template, icon === undefined ? {} : { iconContents: icon.contents });
  const schema = validateJson(json, Object.keys(template.properties));
  return {
    outputs: [
      { path: `${stem}.json`, text: json },
      { path: `${stem}.md`, text: referencePage(template) },
    ],
    problems: [
      ...findings.map(problem),
      ...schema.map((one) => problem({ rule: 'schema', severity: 'error', ...one })),
    ],
  };
};

/** A problem whose place is still to be found. */
type Placed = Omit<Problem, 'file' | 'place'> & { readonly path: DefinitionPath };

const kebab = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
