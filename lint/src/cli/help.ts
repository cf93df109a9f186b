import { FORMATS } from './formats/index.ts';

export const HELP = `Usage: eventbridge-lint [options] FILE...

Finds mistakes in the Amazon EventBridge tasks of BPMN diagrams.

  FILE              a .bpmn file, a folder (all .bpmn files in it), a pattern such as "src/**/*.bpmn",
                    or - for standard input

  -f, --format F    ${Object.keys(FORMATS).join(', ')}; default: text
      --preset P    recommended or strict; default: recommended
  -c, --config C    JSON file with { "preset": ..., "rules": { "ID": "off" | "info" | "warning" | "error" } }
      --rule ID=S   sets one rule to off, info, warning or error; may be repeated; stronger than --config
      --fix         writes each file anew with every fix that needs no modeler
  -h, --help        this text
  -v, --version     version of this package

Exit code: 0 no error found, 1 errors found or a file could not be read in whole, 2 wrong use.
`;
