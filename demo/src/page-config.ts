/** What the server tells the page. */
export interface PageConfig {
  /** Proof to the server that a request comes from this page. */
  readonly token: string;
  /** True: the page is files alone, with nothing behind it. */
  readonly isStatic?: boolean;
  /** Set when events go to AWS: what the banner says. */
  readonly aws?: string;
  /** Set when there is an engine to run processes on: which one. */
  readonly engine?: string;
}
