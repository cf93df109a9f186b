import { OwnEnding } from '../world/ending.ts';

/**
 * The word that nobody waits for a call any more. One goes with each call, so it costs next to nothing: an
 * `AbortSignal`, which costs more than signing the call does, is made only for those who ask.
 */
export class CallAbort extends OwnEnding {
  #controller: AbortController | undefined;

  /** The same word for whatever takes an `AbortSignal`. */
  get signal(): AbortSignal {
    return (this.#controller ??= this.#follow()).signal;
  }

  #follow(): AbortController {
    const controller = new AbortController();
    if (this.aborted) controller.abort();
    else this.addEventListener('abort', () => controller.abort());
    return controller;
  }
}
