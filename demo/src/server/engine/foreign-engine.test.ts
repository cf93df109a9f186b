import { describe, expect, it } from 'vitest';
import { configuredAuth, configuredEngine } from './foreign-engine.ts';

describe('the gateway that the environment names', () => {
  it.each(['ZEEBE_GRPC_ADDRESS', 'CAMUNDA_GRPC_ADDRESS', 'ZEEBE_ADDRESS'])('is that of %s', (name) => {
    expect(configuredEngine({ [name]: ' grpcs://cluster.example:443 ' })).toMatchObject({
      name: 'Camunda at grpcs://cluster.example:443',
      grpcAddress: 'grpcs://cluster.example:443',
    });
  });

  it('is none where the variables are missing or empty', () => {
    expect(configuredEngine({ ZEEBE_GRPC_ADDRESS: '  ', CAMUNDA_GRPC_ADDRESS: '' })).toBeUndefined();
  });

  it('is told apart from what belongs to others: only variables of Camunda authenticate', () => {
    expect(configuredAuth({ ZEEBE_CLIENT_ID: 'me', ZEEBE_CLIENT_SECRET: '', AWS_PROFILE: 'x' })).toEqual({
      ZEEBE_CLIENT_ID: 'me',
    });
  });
});
