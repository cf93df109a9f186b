import type { FaultKind } from '../faults/fault.ts';
import { FAULT_KINDS } from '../faults/kinds/index.ts';
import type { OptionTable } from '../faults/option.ts';
import { SCHEDULE_OPTIONS } from '../faults/schedule.ts';
import { describeFlags } from './flag.ts';
import { FLAGS } from './flags.ts';

/** The text of `--help`, made from the tables of flags and faults. */
export function helpText(): string {
  return `eventbridge-local-bus: Amazon EventBridge on this machine, for development and tests.

Usage: eventbridge-local-bus [flags]

Flags:
${describeFlags(FLAGS)}

Faults, written kind:option=value,option=value or as JSON {"kind": ..., option: value}:
${FAULT_KINDS.map((kind: FaultKind) => `  ${kind.name}: ${kind.summary}${kind.defaultTimes === undefined ? '' : '; times=forever unless said'}\n${describeOptions(kind.options)}`).join('')}
  every fault:
${describeOptions(SCHEDULE_OPTIONS)}
Examples:
  eventbridge-local-bus --bus orders --fault entry:nth=3,code=ThrottlingException
  eventbridge-local-bus --mode strict --fault http:status=503,times=2 --fault slow:ms=200,times=forever

While it runs: GET /_events (server-sent events), GET /_events.json, POST /_control/faults (with the printed token).
`;
}

function describeOptions(options: OptionTable): string {
  return Object.entries(options)
    .map(([name, option]) => `      ${name}=<${option.accepts}>  ${option.doc}${describeDefault(option.default)}\n`)
    .join('');
}

function describeDefault(value: unknown): string {
  return value === '' ? '' : ` (default: ${String(value)})`;
}
