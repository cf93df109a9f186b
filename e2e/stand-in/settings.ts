interface Property {
  readonly default?: unknown;
}

/** Modeler's settings as plugins use them: client/src/app/Settings.js */
export class HostSettings {
  readonly #defaults = new Map<string, unknown>();
  readonly #values = new Map<string, unknown>();
  readonly #listeners = new Map<string, Set<() => void>>();

  readonly register = ({ properties }: { readonly properties: Readonly<Record<string, Property>> }): void => {
    for (const [key, property] of Object.entries(properties)) this.#defaults.set(key, property.default);
  };

  readonly get = (key: string): unknown => {
    if (!this.#defaults.has(key)) throw new Error(`Setting with key ${key} is not registered`);
    return this.#values.get(key) ?? this.#defaults.get(key);
  };

  readonly subscribe = (key: string, listener: () => void): void => {
    this.#listeners.set(key, (this.#listeners.get(key) ?? new Set()).add(listener));
  };

  set(key: string, value: unknown): void {
    this.#values.set(key, value);
    for (const listener of this.#listeners.get(key) ?? []) listener();
  }
}
