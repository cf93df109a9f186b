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

  /** Takes the next items off. */
  drop(count: number): void {
    this.#head += count;
    // Moving the rest at each call would make a long queue slow.
    if (this.#head * 2 < this.#items.length) return;
    this.#items = this.#items.slice(this.#head);
    this.#head = 0;
  }
}
