import type { FaultHooks, FaultKind, FaultWorld, SpecOf } from './fault.ts';
import { FAULT_KINDS } from './kinds/index.ts';
import type { FaultOption, OptionTable } from './option.ts';
import { SCHEDULE_OPTIONS, type Schedule } from './schedule.ts';

/** A fault as a test scripts it, for example `{ kind: 'entry', nth: 2, code: 'ThrottlingException' }`. */
export type FaultSpec = SpecOf<(typeof FAULT_KINDS)[number]>;

/** A fault ready to be added. */
export interface ParsedFault {
  /** The spec as a client wrote it, for lists. */
  readonly spec: Readonly<Record<string, string>>;
  readonly schedule: Schedule;
  readonly counts: FaultKind['counts'];
  build(world: FaultWorld): FaultHooks;
}

export type FaultResult =
  { readonly ok: true; readonly fault: ParsedFault } | { readonly ok: false; readonly message: string };

/** Reads `kind:option=value,option=value`; a value with a comma or an equals sign needs the JSON form `{"kind": ...}`. */
export function parseFaultText(text: string): FaultResult {
  if (text.trimStart().startsWith('{')) {
    try {
      return parseFault(JSON.parse(text));
    } catch {
      return problem(`The fault is not JSON: found ${quote(text)}. Write for example {"kind": "http", "status": 500}.`);
    }
  }
  const [, kind = '', options = ''] = /^([^:]*):?(.*)$/s.exec(text) ?? [];
  const pairs = options === '' ? [] : options.split(',').map((pair) => pair.split('='));
  const broken = pairs.find((pair) => pair.length !== 2);
  if (broken) return problem(`A fault's option has no value: found ${quote(broken.join('='))}. Write option=value.`);
  return parseFault({
    ...Object.fromEntries(pairs.map(([name = '', value = '']) => [name.trim(), value.trim()])),
    kind: kind.trim(),
  });
}

/** Reads a fault from an object: values may be texts or numbers. */
export function parseFault(value: unknown): FaultResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('A fault is an object: found something else. Write for example {"kind": "http", "status": 500}.');
  const spec = Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, asText(item)]),
  );
  const kind: FaultKind | undefined = FAULT_KINDS.find(({ name }) => name === spec['kind']);
  if (!kind)
    return problem(
      `There is no such fault: found ${quote(spec['kind'] ?? '')}. Write one of ${FAULT_KINDS.map(({ name }) => name).join(', ')}.`,
    );
  const known: OptionTable = { ...SCHEDULE_OPTIONS, ...kind.options };
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(known).map(([name, option]) => [name, option.default]),
  );
  if (kind.defaultTimes !== undefined) values['times'] = kind.defaultTimes;
  for (const [name, text] of Object.entries(spec)) {
    if (name === 'kind') continue;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option)
      return problem(
        `The fault "${kind.name}" has no such option: found ${quote(name)}. Write one of ${Object.keys(known).join(', ')}.`,
      );
    const read = readOption(option, text);
    if (read === undefined)
      return problem(`The fault option "${name}" does not take this: found ${quote(text)}. Write ${option.accepts}.`);
    values[name] = read;
  }
  return {
    ok: true,
    fault: {
      spec,
      // Filled from SCHEDULE_OPTIONS above, each value read by its own option.
      schedule: values as unknown as Schedule,
      counts: kind.counts,
      build: (world) => kind.build(values, world),
    },
  };
}

function readOption(option: FaultOption<unknown>, text: string): unknown {
  return option.read(text);
}

/** `Infinity` is how a typed caller says `forever`. */
function asText(item: unknown): string {
  if (item === Number.POSITIVE_INFINITY) return 'forever';
  return typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean'
    ? String(item)
    : JSON.stringify(item);
}

function problem(message: string): FaultResult {
  return { ok: false, message };
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}
