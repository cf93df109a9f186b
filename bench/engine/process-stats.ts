import { readFileSync } from 'node:fs';

/** What the system counts of a running process, all its threads. */
export interface ProcessStats {
  readonly cpuMs: number;
  readonly rssMiB: number;
}

// https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html (utime and stime, in ticks of 1/100 s on every usual Linux)
const TICK_MS = 10;
const UTIME_FIELD = 14;
const STIME_FIELD = 15;

export function canReadStats(): boolean {
  return process.platform === 'linux';
}

export function readStats(pid: number): ProcessStats {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is a name in brackets that may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (field: number): number => Number(fields[field - 3]);
  const rssKiB = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return { cpuMs: (ticks(UTIME_FIELD) + ticks(STIME_FIELD)) * TICK_MS, rssMiB: rssKiB / 1024 };
}
