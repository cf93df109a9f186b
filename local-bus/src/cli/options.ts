import {
  checked,
  HELP_OPTIONS,
  option,
  parsed,
  path,
  repeated,
  secret,
  toggle,
  wholeNumber,
  type Program,
} from '@eventbridge-kit/node-kit/options';
import type { FaultKind } from '../faults/fault.ts';
import { FAULT_KINDS } from '../faults/kinds/index.ts';
import type { OptionTable } from '../faults/option.ts';
import { parseFaultText } from '../faults/parse-fault.ts';
import { SCHEDULE_OPTIONS } from '../faults/schedule.ts';
import { BUS_OPTIONS, DEFAULT_ACCESS_KEY } from '../options.ts';

const FAULT = parsed<string>('FAULT', 'a fault, for example http:status=503,times=2', (value) => {
  const result = parseFaultText(value);
  return result.ok ? { ok: true, value } : { ok: false, instead: result.message };
});

/** Everything that `eventbridge-local-bus` takes. */
export const CLI_OPTIONS = {
  ...BUS_OPTIONS,
  accessKeyId: option({
    flag: 'access-key',
    kind: checked('ID', '4 to 128 letters and digits', (id) => /^\w{4,128}$/.test(id)),
    description: 'Access key id that clients sign with.',
    default: DEFAULT_ACCESS_KEY.accessKeyId,
  }),
  secretAccessKey: option({
    flag: 'secret-key',
    kind: secret('KEY', 'a secret access key'),
    description: 'Its secret access key.',
    default: DEFAULT_ACCESS_KEY.secretAccessKey,
  }),
  faults: option({
    flag: 'fault',
    kind: repeated(FAULT),
    description: 'A scripted fault, see below.',
    default: [],
  }),
  seed: option({
    flag: 'seed',
    kind: wholeNumber('NUMBER', { min: 0, max: 4_294_967_295 }),
    description: 'Make faults that strike by chance repeat themselves from run to run.',
    defaultText: 'none',
  }),
  ledger: option({
    flag: 'ledger',
    kind: path('FILE'),
    description: 'Append one line of JSON for each entry to this file.',
    defaultText: 'none',
  }),
  quiet: toggle({ flag: 'quiet', description: 'Print no line for each event.' }),
  ...HELP_OPTIONS,
};

export const PROGRAM: Program<typeof CLI_OPTIONS> = {
  name: 'eventbridge-local-bus',
  introduction: 'Amazon EventBridge on this machine, for development and tests.',
  options: CLI_OPTIONS,
  epilogue: `Faults, written kind:option=value,option=value or as JSON {"kind": ..., option: value}:
${FAULT_KINDS.map(describeKind).join('\n')}
  every fault:
${describeOptions(SCHEDULE_OPTIONS).join('\n')}

Examples:
  eventbridge-local-bus --bus orders --fault entry:nth=3,code=ThrottlingException
  eventbridge-local-bus --mode strict --fault http:status=503,times=2 --fault slow:ms=200,times=forever

While it runs: GET /_events (server-sent events), GET /_events.json, POST /_control/faults (with the printed token).`,
};

function describeKind({ name, summary, defaultTimes, options }: FaultKind): string {
  const head = `  ${name}: ${summary}${defaultTimes === undefined ? '' : '; times=forever unless said'}`;
  return [head, ...describeOptions(options)].join('\n');
}

function describeOptions(options: OptionTable): string[] {
  return Object.entries(options).map(([name, { accepts, doc, default: fallback }]) => {
    const words = fallback === '' ? '' : ` (default: ${String(fallback)})`;
    return `      ${name}=<${accepts}>  ${doc}${words}`;
  });
}
