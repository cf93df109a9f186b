/** What FEEL needs of the world, handed in so that an evaluation can be repeated exactly. */
export interface FeelWorld {
  /** The moment that `now()` and `today()` see. */
  now(): FeelMoment;
  /** A number from 0 (included) to 1 (excluded), for `random number()`. */
  random(): number;
  /** A random UUID in its canonical text form, for `uuid()`. */
  uuid(): string;
  /** Told of the work of each evaluation, in steps; false ends it. Absent: each has its own bound alone. */
  spend?(steps: number): boolean;
}

/** A moment as the engine's clock would show it. */
export interface FeelMoment {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epochMs: number;
  /** IANA name of the zone in which the engine runs, default `Z` (UTC), for example `Europe/Berlin`. */
  readonly zone?: string;
}
