import { hash, randomBytes } from 'node:crypto';

/** Whose event it is, and where it goes. Calls with equal identities may share a client. */
export interface SendIdentity {
  readonly region: string;
  readonly credentials: CredentialsSource;
  /** Role to assume with the credentials. */
  readonly role?: { readonly arn: string; readonly externalId?: string };
  /** Address to call instead of the region's own. */
  readonly endpoint?: string;
  /** Global endpoint, for example `abcde.veo`. */
  readonly endpointId?: string;
}

export type CredentialsSource = StaticCredentials | DefaultChain;

export interface StaticCredentials {
  readonly type: 'static';
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Whatever the worker's own environment offers: variables, profile, web identity, container, instance. */
export interface DefaultChain {
  readonly type: 'defaultChain';
}

/** Of this process only: with it, a name in memory says nothing about the secrets it was made from. */
const saltOfProcess = randomBytes(32).toString('base64url');

/** Name of an identity for a cache; equal for equal identities, and no secret can be read from it. */
export function identityKey({ region, credentials, role, endpoint, endpointId }: SendIdentity): string {
  const own =
    credentials.type === 'static'
      ? [credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken ?? null]
      : [];
  const parts = [credentials.type, ...own, region, role?.arn, role?.externalId, endpoint, endpointId];
  // Once a job: hashing in one step costs a fraction of what an HMAC object does.
  return hash('sha256', saltOfProcess + JSON.stringify(parts.map((part) => part ?? null)), 'base64url');
}
