import type { AbortLike } from '@eventbridge-kit/event-job';

/** An end that its owner declares. Jobs and calls have theirs, and an `AbortController` costs many times as much. */
export class OwnEnding implements AbortLike {
  #aborted = false;
  // Mostly one listens, seldom two: no set is needed.
  #listeners: readonly (() => void)[] = NOBODY;

  get aborted(): boolean {
    return this.#aborted;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.#aborted) this.#listeners = [...this.#listeners, listener];
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const left = this.#listeners.filter((one) => one !== listener);
    this.#listeners = left.length === 0 ? NOBODY : left;
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    const listeners = this.#listeners;
    this.#listeners = NOBODY;
    for (const listener of listeners) listener();
  }
}

const NOBODY: readonly (() => void)[] = [];
