import { HELP_OPTIONS, option, path, toggle, wholeNumber, type Program } from '@eventbridge-kit/node-kit/options';

/** Everything that `element-template-generator` takes. */
export const GENERATOR_OPTIONS = {
  check: toggle({ flag: 'check', description: 'Write nothing; fail when a file is not up to date.' }),
  out: option({
    flag: 'out',
    kind: path('DIR', 'the path of a folder'),
    description: 'Write into DIR, which must exist.',
    defaultText: "FILE's own folder",
  }),
  json: toggle({ flag: 'json', description: 'Print problems and files as one JSON object on stdout.' }),
  loadTimeoutSeconds: option({
    flag: 'load-timeout',
    kind: wholeNumber('SECONDS', { min: 0, max: 999_999, unit: 'seconds' }),
    description: 'Give a definition up when loading and building it takes longer; 0: never.',
    default: 60,
  }),
  ...HELP_OPTIONS,
};

export const COMMANDS = ['generate', 'types'] as const;

export type Command = (typeof COMMANDS)[number];

export const PROGRAM: Program<typeof GENERATOR_OPTIONS> = {
  name: 'element-template-generator',
  usage: ['COMMAND FILE... [options]'],
  introduction: `Commands:
  generate   writes FILE.json (the element template) and FILE.md (its reference
             page) for each definition that FILE exports with defineTemplate;
             FILE is TypeScript or JavaScript
  types      writes FILE.job.schema.json (the JSON Schema of what a job carries:
             variables and headers) and FILE.job.d.ts (its types); FILE is a
             template's JSON, of a list the newest version, or a definition`,
  options: GENERATOR_OPTIONS,
  operands: true,
  epilogue: 'Exit codes: 0 done, 1 a definition is invalid or a file is not up to date, 2 bad use.',
};
