import { configure } from '../run/configure.ts';
import { readConfigFile } from './config-file.ts';
import { FORMATS } from './formats/index.ts';
import { HELP } from './help.ts';
import { lintSource } from './lint-source.ts';
import { parseOptions } from './options.ts';
import { countOf, type FileReport, type Report } from './report.ts';
import { findSources } from './sources.ts';
import { UsageError } from './usage-error.ts';
import { packageVersion } from './version.ts';
import type { World } from './world.ts';

const OK = 0;
const ERRORS_FOUND = 1;
const WRONG_USE = 2;

/** Runs the command and gives its exit code. */
export async function main(args: readonly string[], world: World): Promise<number> {
  try {
    return await run(args, world);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    world.stderr.write(`eventbridge-lint: ${error.message}\nRun eventbridge-lint --help for how to use it.\n`);
    return WRONG_USE;
  }
}

async function run(args: readonly string[], world: World): Promise<number> {
  const options = parseOptions(args);
  if (options.help || options.version) {
    world.stdout.write(options.help ? HELP : `${packageVersion()}\n`);
    return OK;
  }
  if (options.files.length === 0) throw new UsageError('Name at least one file.');
  if (options.fix && options.files.includes('-')) throw new UsageError('--fix writes files: name them, not -.');
  const file = options.config === undefined ? undefined : await readConfigFile(options.config, world.cwd);
  const rules = configure(options.preset ?? file?.preset, { ...file?.rules, ...options.rules });
  const files: FileReport[] = [];
  for (const source of await findSources(options.files, world))
    files.push(await lintSource(source, rules, options.fix));
  for (const { file: name, notFixed } of files) {
    if (notFixed !== undefined) world.stderr.write(`eventbridge-lint: ${name} is not mended: ${notFixed}.\n`);
  }
  const report: Report = { version: packageVersion(), files };
  const format = FORMATS[options.format];
  if (!format) throw new UsageError(`Unknown format "${options.format}".`);
  world.stdout.write(format(report, wantsColours(world)));
  return countOf(report, 'error') > 0 ? ERRORS_FOUND : OK;
}

/** Colours are for a person at a terminal who has not asked for none. */
// https://no-color.org
function wantsColours({ stdout, env }: World): boolean {
  return stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '';
}
