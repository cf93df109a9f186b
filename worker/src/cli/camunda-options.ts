import { AUTH_STRATEGIES } from '../camunda/auth.ts';
import { parseGrpcAddress } from '../camunda/grpc/address.ts';
import { PROTOCOLS } from '../camunda/protocol.ts';
import { parseRestAddress } from '../camunda/rest/address.ts';
import { option } from './option.ts';
import { checked, listOf, oneOf, text } from './value-kinds.ts';

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
    default: 'that of the address that is set, grpc where both are or none is',
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
    default: 'grpc://localhost:26500',
  }),
  restAddress: option({
    flag: 'rest-address',
    env: ['ZEEBE_REST_ADDRESS', 'CAMUNDA_REST_ADDRESS', 'CAMUNDA_CLIENT_RESTADDRESS'],
    kind: checked('ADDRESS', 'http://HOST:PORT, or https://HOST for TLS', (value) => parseRestAddress(value).ok),
    description: 'REST gateway of Camunda 8.8 or newer.',
    default: 'http://localhost:8080',
  }),
  authStrategy: option({
    flag: 'auth-strategy',
    env: ['CAMUNDA_AUTH_STRATEGY'],
    kind: oneOf('STRATEGY', AUTH_STRATEGIES),
    description: 'How to authenticate at Camunda.',
    default: 'OAUTH, BASIC or BEARER, the first for which something is set, else NONE',
  }),
  oauthUrl: option({
    flag: 'oauth-url',
    env: ['CAMUNDA_OAUTH_URL', 'ZEEBE_AUTHORIZATION_SERVER_URL', 'CAMUNDA_CLIENT_AUTH_TOKENURL'],
    kind: text('URL', 'an address'),
    description: 'Address of the token endpoint, for OAUTH.',
    default: 'none',
  }),
  clientId: option({
    flag: 'client-id',
    env: ['ZEEBE_CLIENT_ID', 'CAMUNDA_CLIENT_ID', 'CAMUNDA_CLIENT_AUTH_CLIENTID'],
    kind: text('ID', 'a client id'),
    description: 'Client id, for OAUTH.',
    default: 'none',
  }),
  clientSecret: option({
    env: ['ZEEBE_CLIENT_SECRET', 'CAMUNDA_CLIENT_SECRET', 'CAMUNDA_CLIENT_AUTH_CLIENTSECRET'],
    kind: text('SECRET', 'a client secret'),
    description: 'Client secret, for OAUTH.',
    default: 'none',
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
    default: 'zeebe.camunda.io',
  }),
  oauthScope: option({
    flag: 'oauth-scope',
    env: ['CAMUNDA_TOKEN_SCOPE', 'CAMUNDA_OAUTH_SCOPE', 'ZEEBE_TOKEN_SCOPE', 'CAMUNDA_CLIENT_AUTH_SCOPE'],
    kind: text('SCOPE', 'a scope'),
    description: 'Scope of the token, for OAUTH.',
    default: 'none',
  }),
  oauthToken: option({
    env: ['CAMUNDA_OAUTH_TOKEN'],
    kind: text('TOKEN', 'a token'),
    description: 'The token itself, for BEARER.',
    default: 'none',
  }),
  basicUser: option({
    flag: 'basic-user',
    env: ['CAMUNDA_BASIC_AUTH_USERNAME', 'CAMUNDA_CLIENT_AUTH_USERNAME'],
    kind: text('NAME', 'a user name'),
    description: 'User name, for BASIC.',
    default: 'none',
  }),
  basicPassword: option({
    env: ['CAMUNDA_BASIC_AUTH_PASSWORD', 'CAMUNDA_CLIENT_AUTH_PASSWORD'],
    kind: text('PASSWORD', 'a password'),
    description: 'Password, for BASIC.',
    default: 'none',
  }),
  rootCertFile: option({
    flag: 'root-cert-file',
    env: ['CAMUNDA_CUSTOM_ROOT_CERT_PATH', 'ZEEBE_CA_CERTIFICATE_PATH', 'CAMUNDA_MTLS_CA_PATH'],
    kind: text('FILE', 'a file'),
    description: 'Certificates of the authorities to trust, PEM, for grpcs, https and the issuer of OAuth tokens.',
    default: "the system's",
  }),
  certChainFile: option({
    flag: 'cert-chain-file',
    env: ['CAMUNDA_CUSTOM_CERT_CHAIN_PATH', 'CAMUNDA_MTLS_CERT_PATH'],
    kind: text('FILE', 'a file'),
    description: "This client's own certificate, PEM, for mutual TLS.",
    default: 'none',
  }),
  privateKeyFile: option({
    flag: 'private-key-file',
    env: ['CAMUNDA_CUSTOM_PRIVATE_KEY_PATH', 'CAMUNDA_MTLS_KEY_PATH'],
    kind: text('FILE', 'a file'),
    description: "Key of this client's own certificate, PEM.",
    default: 'none',
  }),
  tenantIds: option({
    flag: 'tenant-ids',
    env: ['CAMUNDA_TENANT_ID', 'CAMUNDA_DEFAULT_TENANT_ID'],
    kind: listOf('IDS', 'tenant ids'),
    description: 'Tenants to serve.',
    default: 'the default tenant',
  }),
};
