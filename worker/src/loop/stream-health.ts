/** Whether the engine pushes the jobs of a type to this worker; polling is then only the backstop. */
export interface StreamHealth {
  readonly isOpen: boolean;
  /** Open, or about to be opened (again). */
  readonly isExpected: boolean;
  /** Open, and trusted to bring every job that becomes ready. */
  readonly isTrusted: boolean;
  /** Aborts when the stream closes. */
  readonly closed: AbortSignal;
  /** From now on somebody opens the stream whenever it is closed. */
  expect(): void;
  /** The stream will not be opened again. */
  giveUp(): void;
  opened(): void;
  ended(): void;
  /** A job came over the stream: it is trusted (again). */
  delivered(): void;
  /** A job waited that an open stream should have brought: it is not trusted until it brings one. */
  missedJob(): void;
}

/** A stream that is closed, until somebody opens it. */
export function createStreamHealth(): StreamHealth {
  let closing = new AbortController();
  closing.abort();
  let trusted = true;
  let expected = false;
  const isOpen = (): boolean => !closing.signal.aborted;
  return {
    get isOpen() {
      return isOpen();
    },
    get isExpected() {
      return expected;
    },
    get isTrusted() {
      return trusted && isOpen();
    },
    get closed() {
      return closing.signal;
    },
    expect: () => {
      expected = true;
    },
    giveUp: () => {
      expected = false;
    },
    opened: () => {
      if (!isOpen()) closing = new AbortController();
    },
    ended: () => closing.abort(),
    delivered: () => {
      trusted = true;
    },
    missedJob: () => {
      trusted = false;
    },
  };
}
