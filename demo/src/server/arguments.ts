import { refusedArguments } from '@eventbridge-kit/connector';
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What the command line asks for. */
export type Arguments =
  | {
      readonly kind: 'start';
      readonly port: number;
      readonly aws: boolean;
      readonly engine: boolean;
      readonly open: boolean;
      readonly watch: boolean;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const DEFAULT_PORT = 8137;

export const HELP = `A Camunda 8 modeler in the browser with test send, and a local event bus that shows what arrives.

  npm start [-- options]

  --port NUMBER   port of the page, default ${DEFAULT_PORT}; the next free one when it is in use, 0 for any
  --open          open the page in the browser
  --aws           send to Amazon EventBridge instead of the local bus. Needs AWS settings in the environment:
                  AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN), or AWS_PROFILE
  --engine        run processes, too: on the Camunda gateway that ZEEBE_GRPC_ADDRESS names, else on an engine that is
                  fetched once and started here, with a worker beside it. Needs Java 21 or newer and Maven then
  --watch         load the page again when a source file changes
  --help          this text

In the diagram {{secrets.AWS_ACCESS_KEY}} and {{secrets.AWS_SECRET_KEY}} stand for the keys of the local bus, with --aws
for those of the environment; any other {{secrets.NAME}} stands for the environment variable SECRET_NAME. Ctrl-C stops
everything.
`;

const FLAGS = {
  port: { type: 'string', default: String(DEFAULT_PORT) },
  aws: { type: 'boolean', default: false },
  engine: { type: 'boolean', default: false },
  open: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsConfig['options'];

export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS });
    if (values.help) return { kind: 'help' };
    const { aws, engine, open, watch } = values;
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
      return { kind: 'wrong', message: `--port is no port: found "${values.port}", write a number from 0 to 65535.` };
    }
    return { kind: 'start', port: Number(values.port), aws, engine, open, watch };
  } catch (error) {
    return { kind: 'wrong', message: refusedArguments(error, args, Object.keys(FLAGS)) };
  }
}
