import type { Ending, JobKind } from '../job-kinds.ts';
import type { BusLine, GatewayLine } from '../ledger.ts';

export type Took = Extract<GatewayLine, { readonly what: 'took' }>;

/** All that both ledgers know of one job. */
export interface JobStory {
  readonly job: string;
  readonly kind: JobKind;
  readonly endings: readonly { readonly ending: Exclude<Ending, 'none'>; readonly atMs: number; readonly by?: Took }[];
  readonly lines: readonly GatewayLine[];
  /** Entries of this job that the bus accepted, in their order. */
  readonly accepted: readonly AcceptedEntry[];
}

export interface AcceptedEntry {
  readonly atMs: number;
  readonly activation: number;
}

/** The ledgers, joined by job; and accepted entries of jobs that the gateway never had. */
export interface Joined {
  readonly stories: readonly JobStory[];
  readonly strangers: readonly string[];
}

/** Joins what the gateway and the bus wrote, each for itself. */
export function joinLedgers(gateway: readonly GatewayLine[], bus: readonly BusLine[]): Joined {
  const accepted = new Map<string, AcceptedEntry[]>();
  for (const { status, detail, receivedAt } of bus) {
    if (status !== 'accepted') continue;
    const job = detail?.job ?? 'an event without a job';
    pushTo(accepted, job, { atMs: Date.parse(receivedAt), activation: detail?.activation ?? 0 });
  }
  const lines = new Map<string, GatewayLine[]>();
  for (const line of gateway) pushTo(lines, line.job, line);
  const stories = [...lines].flatMap(([job, own]) => {
    const created = own.find((line) => line.what === 'created');
    // A command for a job that never was is refused; it tells nothing of any job.
    if (created === undefined) return [];
    return [{ job, kind: created.kind, lines: own, endings: endingsIn(own), accepted: accepted.get(job) ?? [] }];
  });
  const known = new Set(stories.map(({ job }) => job));
  return { stories, strangers: [...accepted.keys()].filter((job) => !known.has(job)) };
}

type JobEnd = JobStory['endings'][number];

function endingsIn(lines: readonly GatewayLine[]): JobEnd[] {
  return lines.flatMap((line): JobEnd[] => {
    if (line.what === 'cancelled') return [{ ending: 'cancelled', atMs: line.atMs }];
    if (line.what !== 'took') return [];
    const ending = ENDINGS[line.command](line);
    return ending === undefined ? [] : [{ ending, atMs: line.atMs, by: line }];
  });
}

const ENDINGS: Readonly<Record<Took['command'], (line: Took) => 'completed' | 'bpmnError' | 'incident' | undefined>> = {
  complete: () => 'completed',
  throwError: () => 'bpmnError',
  fail: ({ retries = 0 }) => (retries > 0 ? undefined : 'incident'),
  extend: () => undefined,
};

function pushTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
