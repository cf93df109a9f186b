import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createLedger, type WorkerLine } from './ledger.ts';

/** The workers of a run: so many at a time, each ended one replaced. */
export interface Crew {
  /** Ends one worker with this signal and starts another one. */
  replace(index: number, signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Ends all in order. */
  end(): Promise<void>;
}

interface Member {
  readonly name: string;
  readonly startedAtMs: number;
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
  signal?: 'SIGKILL' | 'SIGTERM';
  signalledAtMs?: number;
}

/** Longer than a worker may take to drain: then it is killed, and the verdict says so. */
const END_WITHIN_MS = 120_000;

/** @param ledgerFile gets a line for each worker that has ended */
export function createCrew(size: number, start: (name: string) => ChildProcess, ledgerFile: string): Crew {
  const ledger = createLedger<WorkerLine>(ledgerFile);
  let started = 0;

  const hire = (): Member => {
    started += 1;
    const name = `worker-${started}`;
    const child = start(name);
    const ended = once(child, 'exit').then(([exitCode]) => {
      const { signal, signalledAtMs } = member;
      ledger.write({
        worker: name,
        startedAtMs: member.startedAtMs,
        ...(signal !== undefined && { signal }),
        ...(signalledAtMs !== undefined && { signalledAtMs }),
        endedAtMs: Date.now(),
        exitCode: exitCode as number | null, // Node's own event
      });
    });
    const member: Member = { name, startedAtMs: Date.now(), child, ended };
    return member;
  };

  const dismiss = async (member: Member, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    member.signal = signal;
    member.signalledAtMs = Date.now();
    member.child.kill(signal);
    const timer = setTimeout(() => member.child.kill('SIGKILL'), END_WITHIN_MS);
    await member.ended;
    clearTimeout(timer);
  };

  const members = Array.from({ length: size }, hire);
  return {
    replace: async (index, signal) => {
      const place = index % members.length;
      const member = members[place];
      if (member === undefined) return;
      await dismiss(member, signal);
      members[place] = hire();
    },
    end: async () => {
      await Promise.all(members.map((member) => dismiss(member, 'SIGTERM')));
      ledger.close();
    },
  };
}
