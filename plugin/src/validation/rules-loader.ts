import type { Checker } from './checker.ts';
import type { ValidationConfig } from './config.ts';

/** Loads the rules; injected as `eventBridgeRules`. */
export type LoadRules = (config: ValidationConfig | undefined) => Promise<Checker>;

/** The rules, loaded when they are first needed. After a failure the next need tries again. */
export class RulesLoader {
  readonly #load: () => Promise<Checker>;
  readonly #onFailure: (error: unknown) => void;
  #checker: Checker | undefined;
  #loading: Promise<Checker | undefined> | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(load: () => Promise<Checker>, onFailure: (error: unknown) => void) {
    this.#load = load;
    this.#onFailure = onFailure;
  }

  /** The rules, once they are loaded. */
  get checker(): Checker | undefined {
    return this.#checker;
  }

  /** Why the last try failed; absent before one did, and once one succeeded. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** Gives the rules, or nothing where they cannot be loaded. Never rejects; who asks meanwhile shares the try. */
  load(): Promise<Checker | undefined> {
    this.#loading ??= this.#try();
    return this.#loading;
  }

  async #try(): Promise<Checker | undefined> {
    try {
      this.#checker = await this.#load();
      this.#failure = undefined;
      return this.#checker;
    } catch (error) {
      this.#loading = undefined;
      const isFirst = this.#failure === undefined;
      this.#failure = { error };
      // One line for a host's developers, whatever number of tries follows.
      // eslint-disable-next-line no-console
      if (isFirst) console.error('bpmn-js-eventbridge: the rules could not be loaded, so nothing is checked.', error);
      this.#onFailure(error);
      return undefined;
    }
  }
}
