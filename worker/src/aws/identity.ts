import { hash, randomBytes } from 'node:crypto';
import type { CredentialsSource, SendIdentity } from '@eventbridge-kit/event-job';

/** Of this process only: with it, a name in memory says nothing about the secrets it was made from. */
const saltOfProcess = randomBytes(32).toString('base64url');

/** Name of an identity for a cache; equal for equal identities, and no secret can be read from it. */
export function identityKey({ region, credentials, role, endpoint, endpointId }: SendIdentity): string {
  const own =
    credentials.type === 'static'
      ? [credentials.accessKeyId, credentials.secretAccessKey, credentials.sessionToken ?? null]
      : [];
  const parts = [credentials.type, ...own, region, role, endpoint, endpointId];
  // Once a job: hashing in one step costs a fraction of what an HMAC object does.
  return hash('sha256', saltOfProcess + JSON.stringify(parts.map((part) => part ?? null)), 'base64url');
}

/** The same as equal keys, for what is asked for once a job. */
export function isSameIdentity(one: SendIdentity, other: SendIdentity): boolean {
  return (
    one.region === other.region &&
    one.endpoint === other.endpoint &&
    one.endpointId === other.endpointId &&
    one.role?.arn === other.role?.arn &&
    one.role?.externalId === other.role?.externalId &&
    isSameSource(one.credentials, other.credentials)
  );
}

function isSameSource(one: CredentialsSource, other: CredentialsSource): boolean {
  if (one.type !== 'static' || other.type !== 'static') return one.type === other.type;
  return (
    one.accessKeyId === other.accessKeyId &&
    one.secretAccessKey === other.secretAccessKey &&
    one.sessionToken === other.sessionToken
  );
}
