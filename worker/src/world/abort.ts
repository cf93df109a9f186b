import type { AbortLike } from '@eventbridge-kit/event-job';

export type { AbortLike };

/** An abort that its owner declares. Every job and call has one, and an `AbortController` costs many times as much. */
export class LightAbort implements AbortLike {
  #aborted = false;
  // Mostly there is one listener, seldom two: a set is not needed.
  #listeners: readonly (() => void)[] = NONE;
  #controller: AbortController | undefined;

  get aborted(): boolean {
    return this.#aborted;
  }

  /** The same abort for whatever takes an `AbortSignal`; made only when somebody asks for it. */
  get signal(): AbortSignal {
    return (this.#controller ??= this.#follow()).signal;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.#aborted) this.#listeners = this.#listeners === NONE ? [listener] : [...this.#listeners, listener];
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const left = this.#listeners.filter((one) => one !== listener);
    this.#listeners = left.length === 0 ? NONE : left;
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    const listeners = this.#listeners;
    this.#listeners = NONE;
    for (const listener of listeners) listener();
  }

  #follow(): AbortController {
    const controller = new AbortController();
    if (this.#aborted) controller.abort();
    else this.addEventListener('abort', () => controller.abort());
    return controller;
  }
}

const NONE: readonly (() => void)[] = [];
