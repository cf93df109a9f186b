/** Whether jobs of a type are pushed to us; polling is then only the backstop. */
export interface Line {
  readonly isOpen: boolean;
  /** Aborts when the line closes. */
  readonly closed: AbortSignal;
  open(): void;
  close(): void;
}

/** A line that is closed, until a stream opens it. */
export function createLine(): Line {
  let closing = new AbortController();
  closing.abort();
  return {
    get isOpen() {
      return !closing.signal.aborted;
    },
    get closed() {
      return closing.signal;
    },
    open: () => {
      if (closing.signal.aborted) closing = new AbortController();
    },
    close: () => closing.abort(),
  };
}
