/**
 * The word that nobody waits for a call any more. One goes with each call, so it costs next to nothing: an
 * `AbortSignal`, which costs more than signing the call does, is made only for those who ask.
 */
export class CallAbort {
  #aborted = false;
  #listener: (() => void) | undefined;
  #controller: AbortController | undefined;

  get aborted(): boolean {
    return this.#aborted;
  }

  /** The same word for whatever takes an `AbortSignal`. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController();
    if (this.#aborted) this.#controller.abort();
    return this.#controller.signal;
  }

  /** Who carries the call hears of it here; `undefined` ends that. */
  set listener(listener: (() => void) | undefined) {
    this.#listener = listener;
  }

  abort(): void {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#listener?.();
    this.#controller?.abort();
  }
}
