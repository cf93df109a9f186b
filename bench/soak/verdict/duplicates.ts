import type { GatewayLine, WorkerLine } from '../ledger.ts';
import type { AcceptedEntry, JobStory } from './job-story.ts';

/** Why the event of a job was accepted once more. */
export const CAUSES = {
  killed: 'worker killed between event and outcome',
  givenBack: 'given back by a worker that was ended, its event already on the way',
  timedOut: 'job timed out early at the gateway while its worker was on it',
  outcomeLate: 'job timed out before its outcome reached the gateway',
  failedAfter: 'job failed, since the answer of the bus was lost',
  answerLost: 'sent again at once, since the answer of the bus was lost',
  unexplained: 'unexplained',
} as const;

export type Cause = keyof typeof CAUSES;

/** The words with which a worker gives a job back. */
const GIVEN_BACK = /stopped before the job was done/;

/** The causes of all accepted entries of a job but the first. */
export function causesOf({ accepted, lines }: JobStory, workers: ReadonlyMap<string, WorkerLine>): Cause[] {
  return accepted.slice(1).map((entry, index) => causeOf(entry, accepted.slice(0, index + 1), lines, workers));
}

function causeOf(
  entry: AcceptedEntry,
  before: readonly AcceptedEntry[],
  lines: readonly GatewayLine[],
  workers: ReadonlyMap<string, WorkerLine>,
): Cause {
  if (before.some(({ activation }) => activation === entry.activation)) return 'answerLost';
  // A hanging call may be accepted late, when the job is on its next activation already.
  const earlier = Math.min(entry.activation, ...before.map(({ activation }) => activation));
  return endOf(earlier, lines, workers);
}

/** How an activation ended after which there was another one. */
function endOf(activation: number, lines: readonly GatewayLine[], workers: ReadonlyMap<string, WorkerLine>): Cause {
  for (const line of lines) {
    if (line.what === 'timedOut' && line.activation === activation) {
      if (line.early) return 'timedOut';
      return wasKilled(activation, line.atMs, lines, workers) ? 'killed' : 'outcomeLate';
    }
    if (line.what === 'took' && line.command === 'fail' && line.activation === activation) {
      return GIVEN_BACK.test(line.message ?? '') ? 'givenBack' : 'failedAfter';
    }
  }
  return 'unexplained';
}

function wasKilled(
  activation: number,
  untilMs: number,
  lines: readonly GatewayLine[],
  workers: ReadonlyMap<string, WorkerLine>,
): boolean {
  const start = lines.find((line) => line.what === 'activated' && line.activation === activation);
  const worker = start?.what === 'activated' ? workers.get(start.worker) : undefined;
  return worker?.signal === 'SIGKILL' && (worker.signalledAtMs ?? Infinity) <= untilMs;
}
