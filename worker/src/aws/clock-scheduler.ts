import { systemScheduler, type Scheduler } from '../batch/index.ts';
import type { Clock } from '../world/clock.ts';

/** The batcher's time by a clock that was handed in. Turns are Node's own: they take no time. */
export function clockScheduler(clock: Clock): Scheduler {
  return {
    nowMs: () => clock.nowMs(),
    soon: (run) => systemScheduler.soon(run),
    after: (delayMs, run) => clock.after(delayMs, run),
  };
}
