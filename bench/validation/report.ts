import type { CaseResult } from './measure.ts';

export const HEAD = [
  'tasks, selected',
  'side',
  'edits',
  'median ms',
  'p95 ms',
  'x host',
  'long tasks',
  'longest ms',
  'our part ms',
  'our longest idle ms',
];

/** A line for each side of each diagram; `x host` compares the medians. */
export function rowsOf(cases: readonly CaseResult[]): string[][] {
  return cases.map((one) => {
    const { side, tasks, selects, ms, longTasksMs, ownMs, idleMs, lost } = one;
    const host = cases.find((other) => other.side === 'host' && other.tasks === tasks && other.selects === selects);
    const isOurs = side === 'ours';
    return [
      `${tasks}, ${selects}`,
      side,
      `${ms.length}${lost > 0 ? ` (${lost} unseen)` : ''}`,
      percentile(ms, 50).toFixed(1),
      percentile(ms, 95).toFixed(1),
      host ? (percentile(ms, 50) / percentile(host.ms, 50)).toFixed(2) : '-',
      String(longTasksMs.length),
      longest(longTasksMs).toFixed(0),
      isOurs ? `${percentile(ownMs, 50).toFixed(2)} / ${percentile(ownMs, 95).toFixed(2)}` : '-',
      isOurs ? longest(idleMs).toFixed(1) : '-',
    ];
  });
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}

export function longest(values: readonly number[]): number {
  return Math.max(0, ...values);
}
