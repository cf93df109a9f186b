import { HELP_OPTIONS, option, port, toggle, type Program } from '@eventbridge-kit/node-kit/options';

/** Everything that the demo takes on its command line. */
export const DEMO_OPTIONS = {
  port: option({
    flag: 'port',
    kind: port(0),
    description: 'Port of the page; the next free one when it is in use, 0 for any.',
    default: 8137,
  }),
  open: toggle({ flag: 'open', description: 'Open the page in the browser.' }),
  aws: toggle({
    flag: 'aws',
    description:
      'Send to Amazon EventBridge instead of the local bus. Needs AWS settings in the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY (with AWS_SESSION_TOKEN), or AWS_PROFILE.',
  }),
  engine: toggle({
    flag: 'engine',
    description:
      'Run processes, too: on the Camunda gateway that ZEEBE_GRPC_ADDRESS names, else on an engine that is fetched once and started here, with a worker beside it. Needs Java 21 or newer and Maven then.',
  }),
  watch: toggle({
    flag: 'watch',
    description: 'Take the page from its sources, not built, and load it again when one changes: for working on it.',
  }),
  ...HELP_OPTIONS,
};

export const PROGRAM: Program<typeof DEMO_OPTIONS> = {
  name: 'npm start --',
  introduction: 'A Camunda 8 modeler in the browser with test send, and a local event bus that shows what arrives.',
  options: DEMO_OPTIONS,
  epilogue:
    'In the diagram {{secrets.AWS_ACCESS_KEY}} and {{secrets.AWS_SECRET_KEY}} stand for the keys of the local bus, with --aws for those of the environment; any other {{secrets.NAME}} stands for the environment variable SECRET_NAME. Ctrl-C stops everything.',
};
