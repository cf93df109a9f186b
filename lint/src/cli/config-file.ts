import { isRecord, thrownText } from '@eventbridge-kit/issue';
import { refusalOf } from '@eventbridge-kit/node-kit/options';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Preset, RuleSetting } from '../run/configure.ts';
import { PRESET, readSetting } from './options.ts';
import { UsageError } from './lint-process.ts';

export interface ConfigFile {
  readonly preset: Preset | undefined;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export async function readConfigFile(path: string, cwd: string): Promise<ConfigFile> {
  const config = await loadJson(path, cwd);
  if (!isRecord(config)) throw new UsageError(`${path}: write a JSON object with "preset" and "rules".`);
  const { preset, rules = {}, ...others } = config;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new UsageError(`${path}: unknown key "${unknown}". Write "preset" and "rules".`);
  if (preset !== undefined && typeof preset !== 'string') throw new UsageError(`${path}: "preset" must be a string.`);
  if (!isRecord(rules)) throw new UsageError(`${path}: "rules" must be an object of rule ids and settings.`);
  return {
    preset: preset === undefined ? undefined : presetOf(preset, path),
    rules: Object.fromEntries(Object.entries(rules).map(([id, setting]) => settingOf(id, setting, path))),
  };
}

function presetOf(preset: string, path: string): Preset {
  const reading = PRESET.read(preset);
  if (reading.ok) return reading.value;
  throw new UsageError(refusalOf(`"preset" in ${path}`, PRESET, reading, preset));
}

/** The setting of a rule in a file, both names checked. */
export function settingOf(id: string, setting: unknown, path: string): readonly [string, RuleSetting] {
  const reading = readSetting(id, setting);
  if (reading.ok) return reading.value;
  throw new UsageError(`${path}: ${reading.instead}`);
}

/** The JSON of a file. */
export async function loadJson(path: string, cwd: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), 'utf8');
  } catch {
    throw new UsageError(`The configuration file ${path} cannot be read.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${thrownText(error)}`);
  }
}
