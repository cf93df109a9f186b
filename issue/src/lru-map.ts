/** A map of at most so many entries: where one more comes, the one unused for longest goes. */
export class LruMap<Key, Value> {
  readonly #maxEntries: number;
  /** The one unused for longest first. */
  readonly #entries = new Map<Key, Value>();

  /** The key that was used last: it needs no other place. */
  #last: Key | undefined;

  /** @param maxEntries 1 or more */
  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (key !== this.#last && (value !== undefined || this.#entries.has(key))) this.#use(key, value as Value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#use(key, value);
    if (this.#entries.size <= this.#maxEntries) return;
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest);
      return;
    }
  }

  /** The entry's value, which is made where there is none. */
  getOrMake(key: Key, make: () => Value): Value {
    const value = this.#entries.get(key);
    if (value === undefined && !this.#entries.has(key)) {
      const made = make();
      this.set(key, made);
      return made;
    }
    if (key !== this.#last) this.#use(key, value as Value);
    return value as Value;
  }

  #use(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    this.#last = key;
  }
}
