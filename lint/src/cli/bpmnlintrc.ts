import { isRecord } from '@eventbridge-kit/issue';
import { CATEGORIES } from '../bpmnlint/configs.ts';
import { PRESETS, type RuleSetting } from '../run/configure.ts';
import { loadJson, settingOf, type ConfigFile } from './config-file.ts';

/** How bpmnlint names this package's rules and configurations. */
const RULE = 'eventbridge/';
const EXTENDS = 'plugin:eventbridge/';

/** What a `.bpmnlintrc` says of these rules; undefined where it names none of them. */
// https://github.com/bpmn-io/bpmnlint#configuration
export async function readBpmnlintrc(path: string, cwd: string): Promise<ConfigFile | undefined> {
  const config = await loadJson(path, cwd);
  if (!isRecord(config)) return undefined;
  const bases = [config['extends'] ?? []].flat();
  const preset = PRESETS.findLast((name) => bases.includes(`${EXTENDS}${name}`));
  const rules = Object.entries(isRecord(config['rules']) ? config['rules'] : {})
    .filter(([name]) => name.startsWith(RULE))
    .map(([name, value]) => settingOf(name.slice(RULE.length), severityOf(value), path));
  return preset === undefined && rules.length === 0 ? undefined : { preset, rules: Object.fromEntries(rules) };
}

/** bpmnlint takes a category, its number, or a list that starts with one. */
function severityOf(value: unknown): unknown {
  const category: unknown = Array.isArray(value) ? value[0] : value;
  const settings = Object.entries(CATEGORIES) as [RuleSetting, string][]; // every setting has one
  const known = settings.find(([, name]) => name === category || NUMBERS[name] === category);
  return known?.[0] ?? category;
}

const NUMBERS: Readonly<Record<string, number>> = { off: 0, warn: 1, error: 2 };
