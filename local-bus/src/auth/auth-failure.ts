/** Why a signature is refused. Each protocol has its own name for each reason. */
export type AuthFailureReason =
  'missing' | 'incomplete' | 'unknownKey' | 'badToken' | 'expiredToken' | 'badSignature' | 'badScope' | 'clockSkew';

/** A refused signature: the reason, and the text AWS gives with it. */
export class AuthFailure extends Error {
  readonly reason: AuthFailureReason;

  constructor(reason: AuthFailureReason, message: string) {
    super(message);
    this.name = 'AuthFailure';
    this.reason = reason;
  }
}
