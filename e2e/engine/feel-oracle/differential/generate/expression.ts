import fc from 'fast-check';

/** A generated expression, which knows the expressions that it is made of. */
export interface Expression {
  /** The function, operator or literal at its top. */
  readonly label: string;
  readonly text: string;
  readonly parts: readonly Expression[];
}

export type Expressions = fc.Arbitrary<Expression>;

/** One of these texts, which have no parts. */
export function literals(label: string, ...texts: readonly string[]): Expressions {
  return fc.constantFrom(...texts).map((text) => ({ label, text, parts: [] }));
}

/** An expression made of others; `write` gets their texts. */
export function form(label: string, parts: readonly Expressions[], write: (...texts: string[]) => string): Expressions {
  return fc.tuple(...parts).map((made) => ({ label, text: write(...made.map(({ text }) => text)), parts: made }));
}

export interface Weighted {
  readonly weight: number;
  readonly arbitrary: Expressions;
}

export function weighted(weight: number, arbitrary: Expressions): Weighted {
  return { weight, arbitrary };
}

/** How deep expressions may be within each other. */
const MAX_DEPTH = 4;

/** One of these; the first, which has no parts, where it would get too deep. */
export function choose(depthIdentifier: fc.DepthIdentifier) {
  return (flat: Expressions, ...others: readonly Weighted[]): Expressions =>
    fc.oneof({ depthIdentifier, maxDepth: MAX_DEPTH, withCrossShrink: false }, weighted(3, flat), ...others);
}
