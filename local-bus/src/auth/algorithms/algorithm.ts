import type { Authorization } from '../authorization.ts';
import type { KnownKey } from '../keys.ts';
import type { SignedRequest } from '../signed-request.ts';

/** Where and when a signature is good. */
export interface Scope {
  /** `yyyymmdd`. */
  readonly date: string;
  readonly service: string;
  /** Regions in which it is good; `*` is any. */
  readonly regions: readonly string[];
}

/** One algorithm of Signature Version 4. */
export interface Algorithm {
  /** As the `Authorization` header names it. */
  readonly name: string;
  /** Throws an `AuthFailure` on a scope that is not of this algorithm. */
  readScope(authorization: Authorization, request: SignedRequest): Scope;
  /** True when whoever has the key's secret signed this text. */
  verify(key: KnownKey, text: string, authorization: Authorization): boolean | Promise<boolean>;
}

/** What ends every scope. */
export const TERMINATOR = 'aws4_request';
