import { idleScheduler, type Scheduler } from 'bpmn-js-eventbridge';

/** Time that pieces of work took, in milliseconds. */
export class Pieces {
  readonly ms: number[] = [];

  time<Result>(work: () => Result): Result {
    const start = performance.now();
    const result = work();
    this.ms.push(performance.now() - start);
    return result;
  }
}

/** Validation's own scheduler, with each idle piece of its work timed. */
export function timedScheduler(pieces: Pieces): Scheduler {
  return {
    slice: () => idleScheduler.slice(),
    whenIdle: (work) => idleScheduler.whenIdle((hasTime) => pieces.time(() => work(hasTime))),
  };
}

/** Resolves when the next frame is on the screen: after its callbacks, the first task comes once it is painted. */
export function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (): void => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(undefined);
    });
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves once the check is true, looked at in each frame; false where it never was. */
export async function becomes(check: () => boolean, atMostMs: number): Promise<boolean> {
  const end = performance.now() + atMostMs;
  while (!check()) {
    if (performance.now() > end) return false;
    await new Promise(requestAnimationFrame);
  }
  return true;
}
