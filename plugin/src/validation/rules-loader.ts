import type { LintSession, SessionHost } from 'bpmnlint-plugin-eventbridge/core';
import type { ValidationConfig } from './config.ts';

/** The rules as the host configures them. */
export interface LoadedRules {
  openSession(host: SessionHost): LintSession;
  /** Address of the page about a rule. */
  documentationUrl(ruleId: string): string;
}

/** Loads the rules; injected as `eventBridgeRules`. */
export type LoadRules = (config: ValidationConfig | undefined) => Promise<LoadedRules>;

/** The rules, loaded when they are first needed. After a failure the next need tries again. */
export class RulesLoader {
  readonly #load: () => Promise<LoadedRules>;
  readonly #onFailure: (error: unknown) => void;
  #loaded: LoadedRules | undefined;
  #loading: Promise<LoadedRules | undefined> | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(load: () => Promise<LoadedRules>, onFailure: (error: unknown) => void) {
    this.#load = load;
    this.#onFailure = onFailure;
  }

  /** The rules, once they are loaded. */
  get loaded(): LoadedRules | undefined {
    return this.#loaded;
  }

  /** Why the last try failed; absent before one did, and once one succeeded. */
  get failure(): { readonly error: unknown } | undefined {
    return this.#failure;
  }

  /** Gives the rules, or nothing where they cannot be loaded. Never rejects; who asks meanwhile shares the try. */
  load(): Promise<LoadedRules | undefined> {
    this.#loading ??= this.#try();
    return this.#loading;
  }

  async #try(): Promise<LoadedRules | undefined> {
    try {
      this.#loaded = await this.#load();
      this.#failure = undefined;
      return this.#loaded;
    } catch (error) {
      this.#loading = undefined;
      const isFirst = this.#failure === undefined;
      this.#failure = { error };
      // eslint-disable-next-line no-console -- one line for a host's developers, whatever number of tries follows
      if (isFirst) console.error('bpmn-js-eventbridge: the rules could not be loaded, so nothing is checked.', error);
      this.#onFailure(error);
      return undefined;
    }
  }
}
