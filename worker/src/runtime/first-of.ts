import type { AbortLike } from '@eventbridge-kit/event-job';

/** One way to end a wait: the signal, and what it then gives. */
export interface Interruption<Value> {
  readonly signal: AbortLike;
  readonly value: () => Value;
}

/** The work's result, or the first interruption's value when it comes before. Leaves no listener behind. */
export function firstOf<Value>(work: Promise<Value>, interruptions: readonly Interruption<Value>[]): Promise<Value> {
  return new Promise((resolve, reject) => {
    const removals: (() => void)[] = [];
    const settle = (end: () => void): void => {
      for (const remove of removals) remove();
      end();
    };
    for (const { signal, value } of interruptions) {
      const interrupt = (): void => settle(() => resolve(value()));
      if (signal.aborted) {
        interrupt();
        return;
      }
      signal.addEventListener('abort', interrupt);
      removals.push(() => signal.removeEventListener('abort', interrupt));
    }
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
    );
  });
}
