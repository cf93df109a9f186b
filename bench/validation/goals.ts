import { atMost, type GoalResult } from '../goal.ts';
import type { CaseResult, MemoryResult } from './measure.ts';
import { longest, percentile } from './report.ts';

/** An edit is painted within two frames at 60 Hz, in milliseconds. */
const MAX_P95_MS = 32;

/** From here on the browser calls a task long, in milliseconds: https://w3c.github.io/longtasks/ */
const LONG_TASK_MS = 50;

/** What memory may differ by without being a leak: less than a hundred bytes an edit, in bytes. */
const MAX_GROWTH_BYTES = 1_000_000;

export function checkGoals(cases: readonly CaseResult[], memory: MemoryResult | undefined): GoalResult[] {
  const ours = cases.filter(({ side }) => side === 'ours');
  // What the modeler takes by itself is no part that validation could shorten: it stands beside.
  const alone = (tasks: number): string => {
    const host = cases.find((one) => one.side === 'host' && one.selects === 'root' && one.tasks === tasks);
    return host ? ` (host alone: ${percentile(host.ms, 95).toFixed(1)})` : '';
  };
  return [
    ...ours
      .filter(({ selects }) => selects === 'root')
      .map(({ tasks, ms }) =>
        atMost(`edit to painted, p95 ms, ${tasks} tasks${alone(tasks)}`, percentile(ms, 95), MAX_P95_MS, 1),
      ),
    ...ours.map(({ tasks, selects, ownMs, idleMs }) =>
      atMost(
        `our longest piece of work, ms, ${tasks} tasks, ${selects} selected`,
        longest([...ownMs, ...idleMs]),
        LONG_TASK_MS,
        1,
      ),
    ),
    ...ours.map(({ tasks, selects, lost }) =>
      atMost(`edits without their mark, ${tasks} tasks, ${selects} selected`, lost, 0, 1),
    ),
    ...(memory ? [growth(memory)] : []),
  ];
}

/** The first tenth is for caches to fill. */
function growth({ edits, bytes }: MemoryResult): GoalResult {
  const grown = (all: readonly number[]): number => (all.at(-1) ?? NaN) - (all[1] ?? NaN);
  const goal = `bytes kept after ${edits} edits (host alone: ${grown(bytes.host)})`;
  return atMost(goal, grown(bytes.ours), MAX_GROWTH_BYTES, 0);
}
