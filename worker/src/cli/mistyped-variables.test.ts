import { describe, expect, it } from 'vitest';
import { mistypedVariables } from './mistyped-variables.ts';
import { WORKER_OPTIONS } from './options.ts';

describe('variables of the environment', () => {
  it.each([
    ['CAMUNDA_EVENTBRIDGE_HELTH_PORT', 'CAMUNDA_EVENTBRIDGE_HEALTH_PORT'],
    ['ZEEBE_GRPC_ADRESS', 'ZEEBE_GRPC_ADDRESS'],
    ['CAMUNDA_TENANT_IDS', 'CAMUNDA_TENANT_ID'],
    ['CAMUNDA_EVENTBRIDGE_TEST_SEND_PROT', 'CAMUNDA_EVENTBRIDGE_TEST_SEND_PORT'],
  ])('that are mistyped are told without their value: %s', (name, meant) => {
    expect(mistypedVariables({ [name]: 'hush' })).toEqual([
      `The variable ${name} has no effect. Did you mean ${meant}?`,
    ]);
  });

  it('that are settings, of others, or made by Kubernetes for a service of this name are not told', () => {
    const names = [
      ...Object.values(WORKER_OPTIONS).flatMap(({ env }) => env),
      'AWS_ENDPOINT_URL_SNS',
      'CAMUNDA_CONSOLE_CLIENT_ID',
      'CAMUNDA_EVENTBRIDGE_WORKER_PORT',
      'CAMUNDA_EVENTBRIDGE_WORKER_SERVICE_HOST',
      'ZEEBE_BROKER_CLUSTER_SIZE',
      'PATH',
    ];
    expect(mistypedVariables(Object.fromEntries(names.map((name) => [name, 'x'])))).toEqual([]);
  });
});
