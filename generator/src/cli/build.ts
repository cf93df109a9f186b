import { basename, dirname, extname, join } from 'node:path';
import { templateJson } from '../emit/template.ts';
import { lintTemplate } from '../lint/lint-template.ts';
import { referencePage } from '../page/reference-page.ts';
import { readIcon } from './icon.ts';
import { type LoadedDefinition, loadDefinitions } from './load.ts';
import type { Output } from './output.ts';
import { type Problem, thrownMessage } from './problem.ts';
import { lintTools } from './tools.ts';
import { validateJson } from './validate.ts';

/** What a definition file gives: the files to write, and what is wrong with it. */
export interface Built {
  readonly outputs: readonly Output[];
  readonly problems: readonly Problem[];
}

/**
 * Builds JSON and reference page of every definition that the file exports. One definition takes the file's name;
 * several take their exports' names too.
 *
 * @param file as the user wrote it, for messages
 * @param path absolute path of the file
 * @param outDir where the outputs go; default: beside the file
 */
export const build = async (file: string, path: string, outDir: string | undefined): Promise<Built> => {
  const failure = (message: string): Built => ({ outputs: [], problems: [{ file, severity: 'error', message }] });
  let definitions: LoadedDefinition[];
  try {
    definitions = await loadDefinitions(path);
  } catch (problem) {
    return failure(`cannot be loaded: ${thrownMessage(problem)}`);
  }
  if (definitions.length === 0) return failure('exports no definition; export what defineTemplate returns');
  const built: Built[] = [];
  for (const definition of definitions) {
    const stem = basename(path, extname(path)) + (definitions.length === 1 ? '' : `-${kebab(definition.exportName)}`);
    try {
      built.push(await buildOne(file, path, join(outDir ?? dirname(path), stem), definition));
    } catch (problem) {
      built.push(failure(`${definition.exportName}: ${thrownMessage(problem)}`));
    }
  }
  return { outputs: built.flatMap((one) => one.outputs), problems: built.flatMap((one) => one.problems) };
};

const buildOne = async (file: string, path: string, stem: string, definition: LoadedDefinition): Promise<Built> => {
  const { template } = definition;
  const icon = await readIcon(template, path);
  const findings = lintTemplate(template, { ...lintTools, ...(icon === undefined ? {} : { iconBytes: icon.bytes }) });
  const problems = findings.map(({ rule, severity, property, message }): Problem => ({
    file,
    severity,
    ...(property === undefined ? {} : { property }),
    message: `${message} (${rule})`,
  }));
  const json = templateJson(template, icon === undefined ? {} : { iconContents: icon.contents });
  return {
    outputs: [
      { path: `${stem}.json`, text: json },
      { path: `${stem}.md`, text: referencePage(template) },
    ],
    problems: [...problems, ...validateJson(file, json, Object.keys(template.properties))],
  };
};

const kebab = (name: string): string => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
