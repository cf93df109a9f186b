import { JOB_KINDS, KIND_NAMES, type Ending, type JobKind } from '../job-kinds.ts';
import type { BusLine, GatewayLine, WorkerLine } from '../ledger.ts';
import { CAUSES, causesOf, type Cause } from './duplicates.ts';
import { joinLedgers, type JobStory } from './job-story.ts';

export interface Ledgers {
  readonly gateway: readonly GatewayLine[];
  readonly bus: readonly BusLine[];
  readonly workers: readonly WorkerLine[];
}

/** A kind of wrong, with the jobs or workers that it was found at. */
export interface Wrong {
  readonly what: string;
  readonly where: readonly string[];
}

/** What both ledgers say together. Nothing in it comes from a worker. */
export interface Verdict {
  readonly jobs: number;
  readonly endings: Readonly<Record<Ending, Readonly<Record<JobKind, number>>>>;
  readonly activations: number;
  readonly acceptedEntries: number;
  readonly jobsWithEvent: number;
  readonly duplicates: Readonly<Record<Cause, number>>;
  /** Jobs whose event was accepted, and that ended otherwise than completed; each is told to the operator or was cancelled. */
  readonly acceptedButNotCompleted: Readonly<Partial<Record<Ending, number>>>;
  readonly incidents: Readonly<Record<string, number>>;
  readonly bpmnErrors: Readonly<Record<string, number>>;
  /** Faults that the ledgers show. */
  readonly faults: Readonly<Record<string, number>>;
  readonly workers: readonly WorkerLine[];
  /** Each must be without a finding. */
  readonly wrongs: readonly Wrong[];
}

/** Jobs named with each wrong, at most. */
const MAX_NAMED = 5;

/** Joins the ledgers of gateway and bus, and judges. */
export function judge({ gateway, bus, workers }: Ledgers): Verdict {
  const { stories, strangers } = joinLedgers(gateway, bus);
  const byName = new Map(workers.map((line) => [line.worker, line]));
  const causes = stories.map((story) => ({ job: story.job, causes: causesOf(story, byName) }));
  const jobsWhere = (test: (story: JobStory) => boolean): string[] => stories.filter(test).map(({ job }) => job);
  const wrongs: Wrong[] = [
    { what: 'lost: jobs without an outcome', where: jobsWhere(({ endings }) => endings.length === 0) },
    { what: 'jobs with more than one outcome', where: jobsWhere(({ endings }) => endings.length > 1) },
    { what: 'falsely complete: completed without an accepted event before', where: jobsWhere(isFalselyComplete) },
    {
      what: 'events accepted that must not be sent',
      where: jobsWhere(({ kind, accepted }) => !JOB_KINDS[kind].maySend && accepted.length > 0),
    },
    { what: 'jobs that ended otherwise than their task makes them', where: jobsWhere(endedOtherwise) },
    { what: "jobs that failed for another one's fault", where: stories.flatMap(harmOf) },
    { what: 'events accepted of jobs that never were', where: strangers },
    {
      what: 'duplicates that nothing explains',
      where: causes.filter((one) => one.causes.includes('unexplained')).map(({ job }) => job),
    },
    { what: 'workers that did not end in order on SIGTERM', where: endedBadly(workers, gateway) },
    { what: 'workers that ended by themselves', where: workers.filter(endedByItself).map(({ worker }) => worker) },
  ];
  const incidents = stories.filter((story) => endingOf(story) === 'incident');
  const bpmnErrors = stories.filter((story) => endingOf(story) === 'bpmnError');
  return {
    jobs: stories.length,
    endings: endingTable(stories),
    activations: gateway.filter(({ what }) => what === 'activated').length,
    acceptedEntries: bus.filter(({ status }) => status === 'accepted').length,
    jobsWithEvent: stories.filter(({ accepted }) => accepted.length > 0).length,
    duplicates: tally(
      Object.keys(CAUSES) as Cause[],
      causes.flatMap((one) => one.causes),
    ),
    acceptedButNotCompleted: count(
      stories.filter((story) => story.accepted.length > 0 && endingOf(story) !== 'completed').map(endingOf),
    ),
    incidents: count(incidents.map(({ endings }) => causeIn(endings[0]?.by?.message ?? ''))),
    bpmnErrors: count(bpmnErrors.map(({ endings }) => endings[0]?.by?.code ?? '')),
    faults: count([...gateway.flatMap(faultsOf), ...bus.flatMap(({ errorCode }) => errorCode ?? [])]),
    workers,
    wrongs: wrongs.map(({ what, where }) => ({ what, where: shorten(where) })),
  };
}

export function isRight({ wrongs }: Verdict): boolean {
  return wrongs.every(({ where }) => where.length === 0);
}

function isFalselyComplete({ endings, accepted }: JobStory): boolean {
  return endings.some(({ ending, atMs }) => ending === 'completed' && !accepted.some((entry) => entry.atMs <= atMs));
}

function endedOtherwise({ kind, endings }: JobStory): boolean {
  const allowed: readonly Ending[] = ['cancelled', ...JOB_KINDS[kind].mayEnd];
  return endings.some(({ ending }) => !allowed.includes(ending));
}

/** Another job's poison that shows in what the worker said of this one. */
function harmOf({ job, kind, lines }: JobStory): string[] {
  const says =
    (message: string) =>
    (name: JobKind): boolean =>
      JOB_KINDS[name].poison?.test(message) === true;
  const messages = lines.flatMap((line) => (line.what === 'took' ? (line.message ?? []) : []));
  const foreign = messages.find((message) => KIND_NAMES.some(says(message)) && !says(message)(kind));
  return foreign === undefined ? [] : [`${job} (${causeIn(foreign)})`];
}

function endingOf({ endings }: JobStory): Ending {
  return endings[0]?.ending ?? 'none';
}

function endingTable(stories: readonly JobStory[]): Verdict['endings'] {
  const row = (): Record<JobKind, number> => tally(KIND_NAMES, []);
  const table = { completed: row(), bpmnError: row(), incident: row(), cancelled: row(), none: row() };
  for (const story of stories) table[endingOf(story)][story.kind] += 1;
  return table;
}

/** What an incident's message is about: its first words, without what differs from job to job. */
function causeIn(message: string): string {
  const [first = ''] = message.replace(/^Amazon EventBridge: /, '').split('\n');
  return /^.*?(?=[:.](?:\s|$)| \(|$)/.exec(first)?.[0] ?? first;
}

function faultsOf(line: GatewayLine): string[] {
  if (line.what === 'timedOut') return [line.early ? 'timed out early' : 'timed out'];
  if (line.what === 'cancelled') return ['cancelled'];
  if (line.what === 'refused') return [`command refused, ${line.status}`];
  return line.what === 'took' && line.answer !== 'given' ? [`answer ${line.answer} after the effect`] : [];
}

/** A worker that was handed no job yet may still have been starting: then the signal ends it like any other program. */
function endedBadly(workers: readonly WorkerLine[], gateway: readonly GatewayLine[]): string[] {
  const firstJobAtMs = new Map<string, number>();
  for (const line of gateway) {
    if (line.what === 'activated' && !firstJobAtMs.has(line.worker)) firstJobAtMs.set(line.worker, line.atMs);
  }
  return workers
    .filter(({ worker, signal, signalledAtMs = 0, exitCode }) => {
      const wasAtWork = (firstJobAtMs.get(worker) ?? Infinity) <= signalledAtMs;
      return signal === 'SIGTERM' && wasAtWork && exitCode !== 0;
    })
    .map(({ worker, exitCode }) => `${worker} (exit code ${String(exitCode)})`);
}

function endedByItself({ signal, endedAtMs }: WorkerLine): boolean {
  return signal === undefined && endedAtMs !== undefined;
}

function count<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return tally([...new Set(names)].sort(), names);
}

function tally<Name extends string>(all: readonly Name[], names: readonly Name[]): Record<Name, number> {
  const counts = Object.fromEntries(all.map((name) => [name, 0])) as Record<Name, number>; // each name stands once
  for (const name of names) counts[name] += 1;
  return counts;
}

/** All of them where they are few; the first ones and how many more. */
function shorten(where: readonly string[]): string[] {
  const more = where.length - MAX_NAMED;
  return more > 0 ? [...where.slice(0, MAX_NAMED), `and ${more} more`] : [...where];
}
