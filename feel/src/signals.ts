/** Thrown where this evaluation cannot do what the engine does: the result is unknown, never wrong. */
export class Unknown extends Error {
  override readonly name = 'Unknown';
}

/** Thrown where the engine gives up the whole evaluation: it raises an incident. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
}

/** What an evaluation may use up at most. */
export type Bound = 'length' | 'steps' | 'bytes' | 'depth';

/** Thrown where an evaluation is beyond a bound. It says nothing of the engine. */
export class BoundExceeded extends Error {
  override readonly name = 'BoundExceeded';
  readonly bound: Bound;
  readonly limit: number;

  constructor(bound: Bound, limit: number) {
    super(boundText(bound, limit));
    this.bound = bound;
    this.limit = limit;
  }
}

const REMEDIES: Readonly<Record<Bound, (limit: string) => string>> = {
  length: (limit) => `The expression is longer than ${limit} characters: shorten it.`,
  steps: (limit) => `The expression takes more than ${limit} steps: use shorter lists or fewer loops.`,
  bytes: (limit) => `The expression makes more than ${limit} bytes of values: make fewer or shorter ones.`,
  depth: (limit) => `The expression, or a value in it, is nested more than ${limit} levels deep: make it flatter.`,
};

export function boundText(bound: Bound, limit: number): string {
  return REMEDIES[bound](limit.toLocaleString('en-US'));
}
