import { thrownText, parseJsonObject } from '@eventbridge-kit/issue';
import { type Stats, lstatSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { SCHEMA_COMMENT } from '../job-schema/job-schema.ts';
import { PAGE_MARK } from '../page/reference-page.ts';
import { type Problem } from './problem.ts';

/** A file to write. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

/** What a definition file gives: the files to write, and what is wrong with it. */
export interface Built {
  readonly outputs: readonly Output[];
  readonly problems: readonly Problem[];
}

/** The file that could not be written, and why. Nothing was written then. */
export class WriteError extends Error {
  readonly path: string;

  constructor(path: string, problem: unknown) {
    super(`cannot be written: ${thrownText(problem)}`);
    this.path = path;
  }
}

/**
 * Writes all of them or none: a template beside the page of another version, or a half-written template that a modeler opens
 * meanwhile, would be worse than the old ones.
 *
 * @throws WriteError after everything is as it was before
 */
export async function writeTogether(outputs: readonly Output[]): Promise<void> {
  const temporary = ({ path }: Output): string => `${path}.${process.pid}.tmp`;
  const replaced: { readonly path: string; readonly before: Buffer | undefined }[] = [];
  const attempt = async (output: Output, step: () => Promise<unknown>): Promise<void> => {
    try {
      await step();
    } catch (problem) {
      throw new WriteError(output.path, problem);
    }
  };
  try {
    for (const output of outputs) await attempt(output, () => writeFile(temporary(output), output.text));
    for (const output of outputs) {
      const before = await readFile(output.path).catch(() => undefined);
      await attempt(output, () => rename(temporary(output), output.path));
      replaced.push({ path: output.path, before });
    }
  } catch (problem) {
    for (const { path, before } of replaced.reverse()) {
      await (before === undefined ? rm(path, { force: true }) : writeFile(path, before));
    }
    await Promise.all(outputs.map((output) => rm(temporary(output), { force: true })));
    throw problem;
  }
}

/** True where the file holds exactly this text. */
export async function isUpToDate({ path, text }: Output): Promise<boolean> {
  try {
    return (await readFile(path, 'utf8')) === text;
  } catch {
    return false;
  }
}

/** Why the file that is there must not be replaced: it was not made by this command. Undefined where it may be. */
export async function foreignFile({ path }: Output): Promise<string | undefined> {
  const stats = statOf(path);
  if (stats === undefined || !stats.isFile()) return undefined;
  const text = await readFile(path, 'utf8').catch(() => '');
  const { what, own } = MADE_HERE.find(({ ending }) => path.endsWith(ending)) ?? TEMPLATE;
  return own(text) || text.trim() === ''
    ? undefined
    : `is there already and is no ${what} of this command; move it away, or write elsewhere with --out`;
}

/** What a file of this command looks like. */
interface Made {
  readonly ending: string;
  readonly what: string;
  readonly own: (text: string) => boolean;
}

const TEMPLATE: Made = { ending: '.json', what: 'element template', own: (text) => isTemplate(text) };

const MADE_HERE: readonly Made[] = [
  { ending: '.md', what: 'reference page', own: (text) => text.startsWith(PAGE_MARK) },
  { ending: '.schema.json', what: 'job schema', own: (text) => text.includes(SCHEMA_COMMENT) },
  { ending: '.d.ts', what: 'job types', own: (text) => text.includes(SCHEMA_COMMENT) },
];

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function isTemplate(text: string): boolean {
  const json = parseJsonObject(text);
  return json !== undefined && 'appliesTo' in json && 'properties' in json;
}
