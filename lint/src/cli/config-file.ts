import { isRecord, thrownText } from '@eventbridge-kit/issue';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Preset, RuleSetting } from '../run/configure.ts';
import { presetOf, readSetting } from './options.ts';
import { UsageError } from './usage-error.ts';

export interface ConfigFile {
  readonly preset?: Preset;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export async function readConfigFile(path: string, cwd: string): Promise<ConfigFile> {
  const config = await load(path, cwd);
  if (!isRecord(config)) throw new UsageError(`${path}: write a JSON object with "preset" and "rules".`);
  const { preset, rules = {}, ...others } = config;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new UsageError(`${path}: unknown key "${unknown}". Write "preset" and "rules".`);
  if (preset !== undefined && typeof preset !== 'string') throw new UsageError(`${path}: "preset" must be a string.`);
  if (!isRecord(rules)) throw new UsageError(`${path}: "rules" must be an object of rule ids and settings.`);
  return {
    ...(preset !== undefined && { preset: presetOf(preset) }),
    rules: Object.fromEntries(Object.entries(rules).map(([id, setting]) => readSetting(id, setting))),
  };
}

async function load(path: string, cwd: string): Promise<unknown> {
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
