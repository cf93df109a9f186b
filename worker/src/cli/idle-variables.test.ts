import { describe, expect, it } from 'vitest';
import { idleVariables } from './idle-variables.ts';
import { WORKER_OPTIONS } from './options.ts';

describe('variables of the environment', () => {
  it.each([
    ['CAMUNDA_EVENTBRIDGE_HELTH_PORT', 'CAMUNDA_EVENTBRIDGE_HEALTH_PORT'],
    ['ZEEBE_GRPC_ADRESS', 'ZEEBE_GRPC_ADDRESS'],
    ['CAMUNDA_TENANT_IDS', 'CAMUNDA_TENANT_ID'],
    ['CAMUNDA_EVENTBRIDGE_TEST_SEND_PROT', 'CAMUNDA_EVENTBRIDGE_TEST_SEND_PORT'],
  ])('that are mistyped are told without their value: %s', (name, meant) => {
    expect(idleVariables({ [name]: 'hush' })).toEqual([`The variable ${name} has no effect. Did you mean ${meant}?`]);
  });

  it.each([
    ['ZEEBE_INSECURE_CONNECTION', 'grpcs:// or https:// for TLS'],
    ['CAMUNDA_SECURE_CONNECTION', 'grpcs:// or https:// for TLS'],
    ['CAMUNDA_OAUTH_DISABLED', 'CAMUNDA_AUTH_STRATEGY to NONE'],
    ['CAMUNDA_CUSTOM_ROOT_CERT_STRING', 'CAMUNDA_CUSTOM_ROOT_CERT_PATH'],
    ['CAMUNDA_MTLS_KEY', 'CAMUNDA_CUSTOM_PRIVATE_KEY_PATH'],
  ])("that Camunda's own clients know in another form are told with ours: %s", (name, ours) => {
    const [told = '', ...more] = idleVariables({ [name]: 'hush' });
    expect(told).toContain(ours);
    expect(told).not.toContain('hush');
    expect(more).toEqual([]);
  });

  it('that name a cluster in the cloud alone are told with its address', () => {
    const env = { CAMUNDA_CLUSTER_ID: 'abc', CAMUNDA_CLUSTER_REGION: 'bru-2' };
    expect(idleVariables(env)).toEqual([
      'The variable CAMUNDA_CLUSTER_ID has no effect. Set ZEEBE_GRPC_ADDRESS to grpcs://abc.bru-2.zeebe.camunda.io:443.',
    ]);
    expect(idleVariables({ ...env, ZEEBE_ADDRESS: 'abc.bru-2.zeebe.camunda.io:443' })).toEqual([]);
  });

  it("that Camunda's console hands out are settings, or of no matter here", () => {
    // https://docs.camunda.io/docs/guides/setup-client-connection-credentials
    const names = [
      ...['ZEEBE_ADDRESS', 'ZEEBE_CLIENT_ID', 'ZEEBE_CLIENT_SECRET', 'ZEEBE_AUTHORIZATION_SERVER_URL'],
      ...['ZEEBE_TOKEN_AUDIENCE', 'ZEEBE_REST_ADDRESS', 'ZEEBE_GRPC_ADDRESS', 'CAMUNDA_CLUSTER_ID'],
      ...['CAMUNDA_CLUSTER_REGION', 'CAMUNDA_CREDENTIALS_SCOPES', 'CAMUNDA_OAUTH_URL', 'CAMUNDA_CLIENT_ID'],
    ];
    expect(idleVariables(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
  });

  it('that are settings, of others, or made by Kubernetes for a service of this name are not told', () => {
    const names = [
      ...Object.values(WORKER_OPTIONS).flatMap(({ env }) => env),
      'AWS_ENDPOINT_URL_SNS',
      'CAMUNDA_CONSOLE_CLIENT_ID',
      'CAMUNDA_EVENTBRIDGE_WORKER_PORT',
      'CAMUNDA_EVENTBRIDGE_WORKER_SERVICE_HOST',
      'ZEEBE_GATEWAY_CLUSTER_NAME',
      'PATH',
    ];
    expect(idleVariables(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
  });
});
