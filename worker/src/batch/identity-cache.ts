import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SigningKeys } from './sign-request.ts';

/** So long before their end the SDK gets new credentials, in milliseconds. */
// https://github.com/smithy-lang/smithy-typescript/blob/main/packages/core/src/util-identity-and-auth/memoizeIdentityProvider.ts
const REFRESH_BEFORE_MS = 300_000;

/** The client's credentials at hand, without a wait while they are good: the client itself answers with a promise. */
export class IdentityCache {
  readonly #client: EventBridgeClient;
  #keys: SigningKeys | undefined;
  #goodUntilMs = -Infinity;

  constructor(client: EventBridgeClient) {
    this.#client = client;
  }

  /** Throws where none were ever got. */
  get keys(): SigningKeys {
    if (this.#keys === undefined) throw new Error('No credentials were got before.');
    return this.#keys;
  }

  isGood(nowMs: number): boolean {
    return nowMs < this.#goodUntilMs;
  }

  /** Asks the client, which has its own cache; `forceRefresh` goes past it. Rejects as the provider does. */
  async update(forceRefresh = false): Promise<void> {
    const identity = await this.#client.config.credentials({ forceRefresh });
    this.#keys = identity;
    this.#goodUntilMs =
      identity.expiration === undefined ? Infinity : identity.expiration.getTime() - REFRESH_BEFORE_MS;
  }
}
