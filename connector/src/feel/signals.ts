/** Thrown where this evaluation cannot do what the engine does: the result is unknown, never wrong. */
export class FeelUnsupported extends Error {
  override readonly name = 'FeelUnsupported';
}

/** Thrown where the engine gives no value either, not even null. */
export class FeelFailure extends Error {
  override readonly name: string = 'FeelFailure';
}

/** Thrown where an expression exceeds a bound of this evaluation: what the engine does with it is not known. */
export class FeelBound extends FeelFailure {
  override readonly name = 'FeelBound';
}
