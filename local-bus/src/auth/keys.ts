import { randomBytes } from 'node:crypto';
import { LruMap } from '@eventbridge-kit/issue';
import type { AccessKey } from '../options.ts';

/** Who signed a request. */
export interface Principal {
  readonly accessKeyId: string;
  readonly accountId: string;
  /** ARN of the user, or of the assumed role's session. */
  readonly arn: string;
  readonly userId: string;
  /** True for a role's session. */
  readonly isRole: boolean;
}

/** A key the bus knows, with its secret. */
export interface KnownKey {
  readonly principal: Principal;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  /** End of a temporary key, in milliseconds since 1970. */
  readonly expiresAt?: number;
}

/** Temporary keys that stay known at once. */
const MAX_TEMPORARY_KEYS = 1000;

/** Keys that may sign: the configured ones, and those that `AssumeRole` gave out. */
export class KeyStore {
  readonly #configured = new Map<string, KnownKey>();
  readonly #temporary = new LruMap<string, KnownKey>(MAX_TEMPORARY_KEYS);

  constructor(keys: readonly AccessKey[], accountId: string) {
    for (const { accessKeyId, secretAccessKey, sessionToken, userName = 'local-user' } of keys) {
      const userId = `AIDA${userName.toUpperCase().replace(/[^A-Z0-9]/g, '')}`;
      const principal = {
        accessKeyId,
        accountId,
        arn: `arn:aws:iam::${accountId}:user/${userName}`,
        userId,
        isRole: false,
      };
      this.#configured.set(accessKeyId, {
        principal,
        secretAccessKey,
        ...(sessionToken !== undefined && { sessionToken }),
      });
    }
  }

  find(accessKeyId: string): KnownKey | undefined {
    return this.#configured.get(accessKeyId) ?? this.#temporary.get(accessKeyId);
  }

  /** A new temporary key of a role's session. */
  issue(
    session: Omit<Principal, 'accessKeyId' | 'isRole'>,
    expiresAt: number,
  ): KnownKey & { readonly sessionToken: string } {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids (ASIA: temporary keys)
    const accessKeyId = `ASIA${randomBytes(8).toString('hex').toUpperCase()}`;
    const key = {
      principal: { ...session, accessKeyId, isRole: true },
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(96).toString('base64'),
      expiresAt,
    };
    this.#temporary.set(accessKeyId, key);
    return key;
  }
}
