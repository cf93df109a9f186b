import { refusedArguments } from '@eventbridge-kit/connector';
import { nearest } from '@eventbridge-kit/issue';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { PRESETS, type Preset, type RuleSetting } from '../run/configure.ts';
import { ruleOf, RULES } from '../rules/index.ts';
import { FORMATS } from './formats/index.ts';
import { UsageError } from './usage-error.ts';

export interface Options {
  readonly files: readonly string[];
  readonly format: string;
  /** Path of a configuration file; absent: none. */
  readonly config?: string;
  readonly preset?: Preset;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** True to mend what can be mended, in the files. */
  readonly fix: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

const SETTINGS: readonly RuleSetting[] = ['off', 'info', 'warning', 'error'];

export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parse(args);
  const { format, preset, config, rule, fix, help, version } = values;
  if (!Object.hasOwn(FORMATS, format)) {
    throw new UsageError(`Unknown format "${format}". Write one of ${Object.keys(FORMATS).join(', ')}.`);
  }
  return {
    files: positionals,
    format,
    ...(config !== undefined && { config }),
    ...(preset !== undefined && { preset: presetOf(preset) }),
    rules: Object.fromEntries(rule.map(readRule)),
    fix,
    help,
    version,
  };
}

const FLAGS = {
  format: { type: 'string', short: 'f', default: 'text' },
  preset: { type: 'string' },
  config: { type: 'string', short: 'c' },
  rule: { type: 'string', multiple: true, default: [] },
  fix: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const satisfies ParseArgsConfig['options'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: FLAGS });
  } catch (error) {
    throw new UsageError(refusedArguments(error, args, Object.keys(FLAGS)));
  }
}

/** `recommended` or `strict`. */
export function presetOf(name: string): Preset {
  const preset = PRESETS.find((known) => known === name);
  if (preset === undefined) throw new UsageError(`Unknown preset "${name}". Write one of ${PRESETS.join(', ')}.`);
  return preset;
}

/** `id=off`, `id=info`, `id=warning` or `id=error`. */
function readRule(text: string): [string, RuleSetting] {
  const [id = '', setting = ''] = text.split('=', 2);
  return readSetting(id, setting);
}

/** A rule's setting, both names checked. */
export function readSetting(id: string, setting: unknown): [string, RuleSetting] {
  if (ruleOf(id) === undefined) {
    const suggestion = nearest(
      id,
      RULES.map((rule) => rule.id),
    );
    throw new UsageError(
      `Unknown rule "${id}". ${suggestion === undefined ? 'docs/rules lists them all.' : `Did you mean "${suggestion}"?`}`,
    );
  }
  const known = SETTINGS.find((candidate) => candidate === setting);
  if (known === undefined) {
    throw new UsageError(`Unknown setting "${String(setting)}" of rule "${id}". Write one of ${SETTINGS.join(', ')}.`);
  }
  return [id, known];
}
