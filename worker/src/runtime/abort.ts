import type { AbortLike } from '@eventbridge-kit/event-job';

/** An abort that its owner declares. Every job and call has one, and an `AbortController` costs many times as much. */
export class LightAbort implements AbortLike {
  #aborted = false;
  #listeners: (() => void)[] = [];
  #controller: AbortController | undefined;

  get aborted(): boolean {
    return this.#aborted;
  }

  /** The same abort for whatever takes an `AbortSignal`; made only when somebody asks for it. */
  get signal(): AbortSignal {
    return (this.#controller ??= this.#follow()).signal;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (!this.#aborted) this.#listeners.push(listener);
  }

  /** The last listener takes its place: those of jobs come and go all the time, and their order says nothing. */
  removeEventListener(_type: 'abort', listener: () => void): void {
    const index = this.#listeners.indexOf(listener);
    if (index < 0) return;
    const last = this.#listeners.pop();
    if (last !== undefined && index < this.#listeners.length) this.#listeners[index] = last;
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }

  #follow(): AbortController {
    const controller = new AbortController();
    if (this.#aborted) controller.abort();
    else this.addEventListener('abort', () => controller.abort());
    return controller;
  }
}
