import {
  HELP_OPTIONS,
  oneOf,
  option,
  parsed,
  path,
  repeated,
  toggle,
  unknownName,
  wholeNumber,
  type Program,
} from '@eventbridge-kit/node-kit/options';
import { ruleOf, RULES } from '../rules/index.ts';
import { PRESETS, type RuleSetting } from '../run/configure.ts';
import { FORMAT_NAMES } from './formats/index.ts';

const SETTINGS: readonly RuleSetting[] = ['off', 'info', 'warning', 'error'];

/** How a preset is named, on the command line and in a configuration file. */
export const PRESET = oneOf('NAME', PRESETS);

/** Everything that `eventbridge-lint` takes. */
export const LINT_OPTIONS = {
  format: option({
    flag: 'format',
    short: 'f',
    kind: oneOf('NAME', FORMAT_NAMES),
    description: 'How findings are printed.',
    default: 'text',
  }),
  preset: option({
    flag: 'preset',
    kind: PRESET,
    description: 'Which rules are on, and how severe they are.',
    defaultText: 'that of the configuration, else recommended',
  }),
  config: option({
    flag: 'config',
    short: 'c',
    kind: path('FILE'),
    description: 'JSON file with { "preset": ..., "rules": { "ID": "off" | "info" | "warning" | "error" } }.',
    defaultText:
      'for each FILE the nearest eventbridge-lint.json, or .bpmnlintrc that names these rules, from its folder upwards',
  }),
  rules: option({
    flag: 'rule',
    kind: repeated(parsed('ID=SETTING', "a rule's id, = and its setting", readRule)),
    description: 'Set one rule to off, info, warning or error; stronger than the configuration.',
    default: [],
  }),
  quiet: toggle({ flag: 'quiet', short: 'q', description: 'Print errors alone; what else there is still counts.' }),
  maxWarnings: option({
    flag: 'max-warnings',
    kind: wholeNumber('N', { min: 0, max: 1_000_000 }),
    description: 'Fail where there are more warnings than this.',
    defaultText: 'any number is well',
  }),
  fix: toggle({ flag: 'fix', description: 'Write each file anew with every fix that needs no modeler.' }),
  convert: option({
    flag: 'convert',
    kind: path('TEMPLATE', 'send-event, or the file of an element template'),
    description:
      "With --fix: change tasks of the other connector too, all values kept. TEMPLATE is send-event for this project's, or the JSON file of Camunda's own for the way back. A task with a value that the template has no place for stays as it is, and is told.",
    defaultText: 'none is changed, since another worker does the task then',
  }),
  ...HELP_OPTIONS,
};

export const PROGRAM: Program<typeof LINT_OPTIONS> = {
  name: 'eventbridge-lint',
  usage: ['[options] FILE...'],
  introduction: [
    'Finds mistakes in the Amazon EventBridge tasks of BPMN diagrams.',
    'FILE is a .bpmn file, a folder (all .bpmn files in it), a pattern such as "src/**/*.bpmn", or - for standard input.',
  ].join('\n'),
  options: LINT_OPTIONS,
  operands: true,
  epilogue:
    'Exit code: 0 no error found, 1 errors or too many warnings found, or a file could not be read in whole, 2 wrong use.',
};

/** `id=off`, `id=info`, `id=warning` or `id=error`. */
function readRule(text: string): RuleReading {
  const [id = '', setting = ''] = text.split('=', 2);
  return readSetting(id, setting);
}

type RuleReading =
  | { readonly ok: true; readonly value: readonly [id: string, setting: RuleSetting] }
  | { readonly ok: false; readonly instead: string };

/** A rule's setting, both names checked. */
export function readSetting(id: string, setting: unknown): RuleReading {
  if (ruleOf(id) === undefined) {
    const ids = RULES.map((rule) => rule.id);
    return { ok: false, instead: unknownName('rule', id, ids, 'docs/rules lists them all.') };
  }
  const known = SETTINGS.find((candidate) => candidate === setting);
  return known === undefined
    ? { ok: false, instead: unknownName(`setting of ${id}`, String(setting), SETTINGS) }
    : { ok: true, value: [id, known] };
}
