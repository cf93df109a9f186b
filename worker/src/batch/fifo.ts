/** First in, first out, with a look at what comes. */
export class Fifo<T> {
  #items: T[] = [];
  #head = 0;

  get length(): number {
    return this.#items.length - this.#head;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** @param ahead 0 is the next item */
  peek(ahead: number): T | undefined {
    return this.#items[this.#head + ahead];
  }

  /** Takes the next items off, at most as many as there are. */
  drop(count: number): void {
    this.#head = Math.min(this.#head + count, this.#items.length);
    if (this.#head === this.#items.length) {
      this.#items.length = 0;
      this.#head = 0;
    } else if (this.#head * 2 > this.#items.length) {
      // Moving the rest at each call would make a long queue slow.
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
  }

  takeAll(): T[] {
    const all = this.#items.slice(this.#head);
    this.drop(all.length);
    return all;
  }
}
