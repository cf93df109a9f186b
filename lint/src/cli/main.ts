import { EXIT, packageVersion, refuseUsage, startProgram, type OptionsOf } from '@eventbridge-kit/node-kit/options';
import { count } from '@eventbridge-kit/issue';
import { configure } from '../run/configure.ts';
import { ConfigSearch } from './config-search.ts';
import { conversionTarget } from './conversion-target.ts';
import { FORMATS } from './formats/index.ts';
import { lintSource } from './lint-source.ts';
import { PROGRAM, type LINT_OPTIONS } from './options.ts';
import { countOf, errorsOf, type FileReport, type Report } from './report.ts';
import { findSources } from './sources.ts';
import { UsageError, type LintProcess } from './lint-process.ts';

/** Runs the command and gives its exit code: 0 no error found, 1 errors found, 2 wrong use. */
export async function main(args: readonly string[], self: LintProcess): Promise<number> {
  const port = {
    args,
    version: packageVersion(import.meta.url),
    out: (text: string) => void self.stdout.write(text),
    err: (text: string) => void self.stderr.write(text),
  };
  const started = startProgram(PROGRAM, port);
  if (!started.run) return started.exitCode;
  try {
    return await run(started.options, started.operands, port.version, self);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refuseUsage(PROGRAM, port, [error.message]);
  }
}

async function run(
  { config, preset, rules: settings, fix, convert, format, quiet, maxWarnings }: OptionsOf<typeof LINT_OPTIONS>,
  operands: readonly string[],
  version: string,
  self: LintProcess,
): Promise<number> {
  if (operands.length === 0) throw new UsageError('Name at least one file.');
  if (fix && operands.includes('-')) throw new UsageError('--fix writes files: name them, not -.');
  if (convert !== undefined && !fix) throw new UsageError('--convert changes files: write --fix with it.');
  const convertTo = convert === undefined ? undefined : await conversionTarget(convert, self.cwd);
  const search = new ConfigSearch(config, self.cwd);
  const files: FileReport[] = [];
  for (const source of await findSources(operands, self)) {
    const file = await search.configFor(source.folder);
    const rules = configure(preset ?? file?.preset, { ...file?.rules, ...Object.fromEntries(settings) });
    const request = fix ? { rules, ...(convertTo && { convertTo }) } : undefined;
    files.push(await lintSource(source, rules, request));
  }
  for (const { file: name, notFixed = [] } of files) {
    for (const what of notFixed) self.stderr.write(`eventbridge-lint: ${name}: ${what}.\n`);
  }
  const report: Report = { version, files };
  self.stdout.write(FORMATS[format](quiet ? errorsOf(report) : report, wantsColours(self)));
  const warnings = countOf(report, 'warning');
  const tooMany = maxWarnings !== undefined && warnings > maxWarnings;
  if (tooMany)
    self.stderr.write(`eventbridge-lint: ${count(warnings, 'warning')}, and at most ${maxWarnings} are allowed.\n`);
  return tooMany || countOf(report, 'error') > 0 ? EXIT.failed : EXIT.ok;
}

/** Colours are for a person at a terminal who has not asked for none. */
// https://no-color.org
function wantsColours({ stdout, env }: LintProcess): boolean {
  return stdout.isTTY === true && (env['NO_COLOR'] ?? '') === '';
}
