/** Thrown where this evaluation cannot do what the engine does: the result is unknown, never wrong. */
export class FeelUnsupported extends Error {
  override readonly name = 'FeelUnsupported';
}

/** Thrown where the engine gives no value either, not even null, and where an expression exceeds a limit. */
export class FeelFailure extends Error {
  override readonly name = 'FeelFailure';
}
