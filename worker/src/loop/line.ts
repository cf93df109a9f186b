/** Whether jobs of a type are pushed to us; polling is then only the backstop. */
export interface Line {
  readonly isOpen: boolean;
  /** Open, or about to be opened (again). */
  readonly isWanted: boolean;
  /** Open, and trusted to bring every job that becomes ready. */
  readonly serves: boolean;
  /** Aborts when the line closes. */
  readonly closed: AbortSignal;
  /** From now on somebody opens the line whenever it is closed. */
  want(): void;
  /** The line will not be opened again. */
  giveUp(): void;
  open(): void;
  close(): void;
  /** A job came over the line: it is trusted (again). */
  proved(): void;
  /** A job waited that an open line should have brought: it is not trusted until it brings one. */
  doubt(): void;
}

/** A line that is closed, until a stream opens it. */
export function createLine(): Line {
  let closing = new AbortController();
  closing.abort();
  let trusted = true;
  let wanted = false;
  const isOpen = (): boolean => !closing.signal.aborted;
  return {
    get isOpen() {
      return isOpen();
    },
    get isWanted() {
      return wanted;
    },
    get serves() {
      return trusted && isOpen();
    },
    get closed() {
      return closing.signal;
    },
    want: () => {
      wanted = true;
    },
    giveUp: () => {
      wanted = false;
    },
    open: () => {
      if (!isOpen()) closing = new AbortController();
    },
    close: () => closing.abort(),
    proved: () => {
      trusted = true;
    },
    doubt: () => {
      trusted = false;
    },
  };
}
