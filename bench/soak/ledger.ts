/**
 * The ledgers of a soak run, one file of JSON lines each. Gateway, bus and driver write their own, in processes of their
 * own; the workers write none of them. Times are milliseconds since 1970, of one machine.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { JobCommand } from '@eventbridge-kit/testkit/camunda/model-engine';
import type { JobKind } from './job-kinds.ts';

/** What the gateway did with jobs, in order. `activation` counts how often a job was handed out, from 1 up. */
export type GatewayLine = { readonly atMs: number; readonly job: string } & (
  | { readonly what: 'created'; readonly kind: JobKind }
  | {
      readonly what: 'activated';
      readonly activation: number;
      readonly worker: string;
      readonly via: 'stream' | 'poll';
    }
  | { readonly what: 'timedOut'; readonly activation: number; readonly early: boolean }
  | { readonly what: 'cancelled' }
  | {
      /** The command took effect, whatever its sender heard of it. */
      readonly what: 'took';
      readonly command: JobCommand;
      readonly activation: number;
      readonly answer: Answer;
      /** Of a failed job: retries from now on. */
      readonly retries?: number;
      /** Of a BPMN error. */
      readonly code?: string;
      readonly message?: string;
    }
  | { readonly what: 'refused'; readonly command: JobCommand; readonly status: string }
);

/** How a command that took effect was answered. */
export type Answer = 'given' | 'late' | 'lost' | 'never';

/** The part of the local bus's ledger that counts. */
export interface BusLine {
  readonly status: 'accepted' | 'lost' | 'rejected';
  /** ISO time. */
  readonly receivedAt: string;
  readonly errorCode?: string;
  readonly detail?: { readonly job?: string; readonly activation?: number };
}

/** What the driver did to a worker. */
export interface WorkerLine {
  readonly worker: string;
  readonly startedAtMs: number;
  /** Absent where it was never told to end. */
  readonly signal?: 'SIGKILL' | 'SIGTERM';
  readonly signalledAtMs?: number;
  readonly endedAtMs?: number;
  readonly exitCode?: number | null;
}

/** Appends lines to a file, each at once, so that nothing is missing after a kill. */
export interface LedgerWriter<Line> {
  write(line: Line): void;
  close(): void;
}

export function createLedger<Line>(file: string): LedgerWriter<Line> {
  const descriptor = openSync(file, 'a');
  return {
    write: (line) => void writeSync(descriptor, `${JSON.stringify(line)}\n`),
    close: () => closeSync(descriptor),
  };
}

/** All lines of a ledger. A last line that was cut off by a kill is left out. */
export function readLedger<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.pop();
  return lines.map((line) => JSON.parse(line) as Line); // the writer's own lines
}
