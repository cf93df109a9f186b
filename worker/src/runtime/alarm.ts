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
  let cancel: (() => void) | undefined;
  const arm = (whenMs: number): void => {
    cancel?.();
    cancel = clock.after(whenMs - clock.nowMs(), () => ringing.abort());
  };
  arm(atMs);
  return { signal: ringing.signal, setAt: arm, ring: () => ringing.abort(), dispose: () => cancel?.() };
}
