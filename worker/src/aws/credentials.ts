import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { EventBridgeClientConfig } from '@aws-sdk/client-eventbridge';
import { assumeRoleRequest } from '@eventbridge-kit/eventbridge';
import { defaultChain } from './default-chain.ts';
import type { CredentialsSource, SendIdentity } from '@eventbridge-kit/event-job';

export type CredentialsProvider = NonNullable<EventBridgeClientConfig['credentials']>;

export interface CredentialsSettings {
  readonly requestHandler: NodeHttpHandler;
  /** Address of STS for assumed roles; absent: the region's own, or `AWS_ENDPOINT_URL_STS`. */
  readonly stsEndpoint?: string | undefined;
}

/** The provider for an identity; it caches and refreshes by itself, so keep one for each identity. */
export function credentialsFor(
  { credentials, role, region }: SendIdentity,
  settings: CredentialsSettings,
): CredentialsProvider {
  const { requestHandler, stsEndpoint } = settings;
  const own = ownCredentials(credentials, settings);
  if (role === undefined) return own;
  return fromTemporaryCredentials({
    masterCredentials: own,
    params: assumeRoleRequest(role),
    clientConfig: { region, requestHandler, ...(stsEndpoint !== undefined && { endpoint: stsEndpoint }) },
  });
}

/** The credentials that a task has, before it assumes a role. */
function ownCredentials(source: CredentialsSource, { requestHandler }: CredentialsSettings): CredentialsProvider {
  switch (source.type) {
    case 'static': {
      const { accessKeyId, secretAccessKey, sessionToken } = source;
      return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
    }
    case 'defaultChain':
      return defaultChain({ requestHandler });
    default:
      return source satisfies never;
  }
}
