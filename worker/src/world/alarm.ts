import type { Clock } from './clock.ts';

/** A signal that aborts at a moment which can still be moved. */
export interface Alarm {
  readonly signal: AbortSignal;
  /** Sets the moment anew, in milliseconds since 1970. */
  setAt(atMs: number): void;
  /** Aborts now. */
  ring(): void;
  /** Never aborts any more; must be called, or the clock keeps a timer. */
  dispose(): void;
}

export function createAlarm(clock: Clock, atMs: number): Alarm {
  const ringing = new AbortController();
  let timer = new AbortController();
  const arm = (whenMs: number): void => {
    timer.abort();
    const own = new AbortController();
    timer = own;
    void clock.sleep(whenMs - clock.nowMs(), own.signal).then(() => {
      if (!own.signal.aborted) ringing.abort();
    });
  };
  arm(atMs);
  return { signal: ringing.signal, setAt: arm, ring: () => ringing.abort(), dispose: () => timer.abort() };
}
