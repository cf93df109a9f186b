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

type Make<Type extends CredentialsSource['type']> = (
  source: Extract<CredentialsSource, { readonly type: Type }>,
  settings: CredentialsSettings,
) => CredentialsProvider;

const SOURCES: { readonly [Type in CredentialsSource['type']]: Make<Type> } = {
  static: ({ accessKeyId, secretAccessKey, sessionToken }) => ({
    accessKeyId,
    secretAccessKey,
    ...(sessionToken !== undefined && { sessionToken }),
  }),
  defaultChain: (_source, { requestHandler }) => defaultChain({ requestHandler }),
};

/** The provider for an identity; it caches and refreshes by itself, so keep one for each identity. */
export function credentialsFor(
  { credentials, role, region }: SendIdentity,
  settings: CredentialsSettings,
): CredentialsProvider {
  const { requestHandler, stsEndpoint } = settings;
  // Each type has its own maker, which the table's type proves; a lookup loses that pairing.
  const make = SOURCES[credentials.type] as Make<CredentialsSource['type']>;
  const own = make(credentials, settings);
  if (role === undefined) return own;
  return fromTemporaryCredentials({
    masterCredentials: own,
    params: assumeRoleRequest(role),
    clientConfig: { region, requestHandler, ...(stsEndpoint !== undefined && { endpoint: stsEndpoint }) },
  });
}
