import {
  checked,
  listOf,
  oneOf,
  option,
  path,
  readOptions,
  secret,
  text,
  type OptionsOf,
} from '@eventbridge-kit/node-kit/options';
import { AUTH_STRATEGIES, type CamundaAuthSettings } from '../camunda/auth.ts';
import type { ConnectOptions } from '../camunda/connect.ts';
import { DEFAULT_GRPC_ADDRESS, parseGrpcAddress } from '../camunda/grpc/address.ts';
import { DEFAULT_AUDIENCE } from '../camunda/oauth.ts';
import { PROTOCOLS } from '../camunda/protocol.ts';
import { DEFAULT_REST_ADDRESS, parseRestAddress } from '../camunda/rest/address.ts';

/**
 * Camunda, by the names of its own clients, of what its console hands out and of its connector runtime.
 * https://docs.camunda.io/docs/guides/setup-client-connection-credentials
 * https://docs.camunda.io/docs/self-managed/components/connectors/connectors-configuration
 */
export const CAMUNDA_OPTIONS = {
  protocol: option({
    flag: 'protocol',
    env: ['CAMUNDA_EVENTBRIDGE_PROTOCOL'],
    kind: oneOf('NAME', PROTOCOLS),
    description: 'How to talk to Camunda: grpc with 8.6 or newer, rest with 8.8 or newer (jobs are then polled for).',
    defaultText: 'that of the address that is set, grpc where both are or none is',
  }),
  grpcAddress: option({
    flag: 'grpc-address',
    env: [
      'ZEEBE_GRPC_ADDRESS',
      'CAMUNDA_GRPC_ADDRESS',
      'CAMUNDA_CLIENT_GRPCADDRESS',
      'ZEEBE_ADDRESS',
      'ZEEBE_GATEWAY_ADDRESS',
    ],
    kind: checked('ADDRESS', 'grpc://HOST:PORT, or grpcs://HOST:PORT for TLS', (value) => parseGrpcAddress(value).ok),
    description: 'gRPC gateway of Camunda 8.6 or newer.',
    // Not filled in here: which protocol is meant hangs on the address that is set.
    defaultText: DEFAULT_GRPC_ADDRESS,
  }),
  restAddress: option({
    flag: 'rest-address',
    env: ['ZEEBE_REST_ADDRESS', 'CAMUNDA_REST_ADDRESS', 'CAMUNDA_CLIENT_RESTADDRESS'],
    kind: checked('ADDRESS', 'http://HOST:PORT, or https://HOST for TLS', (value) => parseRestAddress(value).ok),
    description: 'REST gateway of Camunda 8.8 or newer.',
    defaultText: DEFAULT_REST_ADDRESS,
  }),
  authStrategy: option({
    flag: 'auth-strategy',
    env: ['CAMUNDA_AUTH_STRATEGY'],
    kind: oneOf('STRATEGY', AUTH_STRATEGIES),
    description: 'How to authenticate at Camunda.',
    defaultText: 'OAUTH, BASIC or BEARER, the first for which something is set, else NONE',
  }),
  oauthUrl: option({
    flag: 'oauth-url',
    env: ['CAMUNDA_OAUTH_URL', 'ZEEBE_AUTHORIZATION_SERVER_URL', 'CAMUNDA_CLIENT_AUTH_TOKENURL'],
    kind: text('URL', 'an address'),
    description: 'Address of the token endpoint, for OAUTH.',
    defaultText: 'none',
  }),
  clientId: option({
    flag: 'client-id',
    env: ['ZEEBE_CLIENT_ID', 'CAMUNDA_CLIENT_ID', 'CAMUNDA_CLIENT_AUTH_CLIENTID'],
    kind: text('ID', 'a client id'),
    description: 'Client id, for OAUTH.',
    defaultText: 'none',
  }),
  clientSecret: option({
    env: ['ZEEBE_CLIENT_SECRET', 'CAMUNDA_CLIENT_SECRET', 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET'],
    kind: secret('SECRET', 'a client secret'),
    description: 'Client secret, for OAUTH.',
    defaultText: 'none',
  }),
  oauthAudience: option({
    flag: 'oauth-audience',
    env: [
      'CAMUNDA_ZEEBE_OAUTH_AUDIENCE',
      'ZEEBE_TOKEN_AUDIENCE',
      'CAMUNDA_TOKEN_AUDIENCE',
      'CAMUNDA_CLIENT_AUTH_AUDIENCE',
    ],
    kind: text('AUDIENCE', 'an audience'),
    description: 'Audience of the token, for OAUTH.',
    defaultText: DEFAULT_AUDIENCE,
  }),
  oauthScope: option({
    flag: 'oauth-scope',
    env: ['CAMUNDA_TOKEN_SCOPE', 'CAMUNDA_OAUTH_SCOPE', 'ZEEBE_TOKEN_SCOPE', 'CAMUNDA_CLIENT_AUTH_SCOPE'],
    kind: text('SCOPE', 'a scope'),
    description: 'Scope of the token, for OAUTH.',
    defaultText: 'none',
  }),
  oauthToken: option({
    env: ['CAMUNDA_OAUTH_TOKEN'],
    kind: secret('TOKEN', 'a token'),
    description: 'The token itself, for BEARER.',
    defaultText: 'none',
  }),
  basicUser: option({
    flag: 'basic-user',
    env: ['CAMUNDA_BASIC_AUTH_USERNAME', 'CAMUNDA_CLIENT_AUTH_USERNAME'],
    kind: text('NAME', 'a user name'),
    description: 'User name, for BASIC.',
    defaultText: 'none',
  }),
  basicPassword: option({
    env: ['CAMUNDA_BASIC_AUTH_PASSWORD', 'CAMUNDA_CLIENT_AUTH_PASSWORD'],
    kind: secret('PASSWORD', 'a password'),
    description: 'Password, for BASIC.',
    defaultText: 'none',
  }),
  rootCertFile: option({
    flag: 'root-cert-file',
    env: ['CAMUNDA_CUSTOM_ROOT_CERT_PATH', 'ZEEBE_CA_CERTIFICATE_PATH', 'CAMUNDA_MTLS_CA_PATH'],
    kind: path('FILE'),
    description: 'Certificates of the authorities to trust, PEM, for grpcs, https and the issuer of OAuth tokens.',
    defaultText: "the system's",
  }),
  certChainFile: option({
    flag: 'cert-chain-file',
    env: ['CAMUNDA_CUSTOM_CERT_CHAIN_PATH', 'CAMUNDA_MTLS_CERT_PATH'],
    kind: path('FILE'),
    description: "This client's own certificate, PEM, for mutual TLS.",
    defaultText: 'none',
  }),
  privateKeyFile: option({
    flag: 'private-key-file',
    env: ['CAMUNDA_CUSTOM_PRIVATE_KEY_PATH', 'CAMUNDA_MTLS_KEY_PATH'],
    kind: path('FILE'),
    description: "Key of this client's own certificate, PEM.",
    defaultText: 'none',
  }),
  tenantIds: option({
    flag: 'tenant-ids',
    env: ['CAMUNDA_TENANT_ID', 'CAMUNDA_DEFAULT_TENANT_ID'],
    kind: listOf(text('IDS', 'tenant ids')),
    description: 'Tenants to serve.',
    default: [],
    defaultText: 'the default tenant',
  }),
};

/** The settings of Camunda's SDK that are set, by its own names. */
export function camundaAuth(options: OptionsOf<typeof CAMUNDA_OPTIONS>): CamundaAuthSettings {
  const settings = {
    CAMUNDA_AUTH_STRATEGY: options.authStrategy,
    CAMUNDA_OAUTH_URL: options.oauthUrl,
    ZEEBE_CLIENT_ID: options.clientId,
    ZEEBE_CLIENT_SECRET: options.clientSecret,
    CAMUNDA_ZEEBE_OAUTH_AUDIENCE: options.oauthAudience,
    CAMUNDA_TOKEN_SCOPE: options.oauthScope,
    CAMUNDA_OAUTH_TOKEN: options.oauthToken,
    CAMUNDA_BASIC_AUTH_USERNAME: options.basicUser,
    CAMUNDA_BASIC_AUTH_PASSWORD: options.basicPassword,
  };
  // Camunda's SDK takes an undefined one for a setting.
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/**
 * Where Camunda is and how to authenticate there, by the variables that `camunda-eventbridge-worker` reads. Throws a
 * `TypeError` that names each variable with a wrong value.
 */
export function camundaFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Pick<ConnectOptions, 'protocol' | 'grpcAddress' | 'restAddress'> & { readonly auth: CamundaAuthSettings } {
  const read = readOptions(CAMUNDA_OPTIONS, { args: [], env });
  if (!read.ok) throw new TypeError(read.messages.join(' '));
  const { protocol, grpcAddress, restAddress } = read.options;
  return { protocol, grpcAddress, restAddress, auth: camundaAuth(read.options) };
}
