import { thrownText } from '@eventbridge-kit/issue';
import { readOptions } from '@eventbridge-kit/node-kit/options';
import { describe, expect, it } from 'vitest';
import { parseGrpcAddress } from '../src/camunda/grpc/address.ts';
import { parseRestAddress } from '../src/camunda/rest/address.ts';
import { WORKER_OPTIONS } from '../src/cli/options.ts';
import { createPolicy } from '../src/aws/policy.ts';
import { createTestSendHandler } from '../src/test-send/handler.ts';

/** Addresses with a password, in spellings that a reader of addresses takes and in some that none takes. */
const WITH_PASSWORD = [
  'https://user:hush@host.example',
  String.raw`https:\\user:hush@host.example`,
  'https:user:hush@host.example',
  'https://host.example/?token=hush',
  'https://host.example/hush#x',
  'https://user:hush@host.example:999999',
  'https://user:%68ush@host.example/hush',
  'grpcs://user:hush@host.example:443',
  String.raw`grpcs:\\user:hush@host.example`,
  'user:hush@host.example:26500',
  'user:hush%40host.example',
  '//user:hush@host.example',
  'ftp://hush@host.example',
];

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return thrownText(error);
  }
  return 'nothing was thrown';
}

/** Wherever an address that a person set is repeated because it is wrong. */
const PLACES: readonly (readonly [string, (address: string) => string])[] = [
  ['the gRPC address', (address) => JSON.stringify(parseGrpcAddress(address))],
  ['the REST address', (address) => JSON.stringify(parseRestAddress(address))],
  ...['--grpc-address', '--rest-address', '--aws-endpoint', '--sts-endpoint', '--allowed-endpoints'].map(
    (flag) =>
      [
        flag,
        (address: string) => {
          const read = readOptions(WORKER_OPTIONS, { args: [`${flag}=${address}`], env: {} });
          return read.ok ? '' : read.messages.join();
        },
      ] as const,
  ),
  ['allowedEndpoints', (address) => messageOf(() => createPolicy({ allowedEndpoints: [`${address}?`] }))],
  ['ownEndpoint', (address) => messageOf(() => createPolicy({ ownEndpoint: `${address} ` }))],
  ['allowedOrigins', (address) => messageOf(() => createTestSendHandler({ allowedOrigins: [address] }))],
];

describe('an address that cannot be used', () => {
  it.each(PLACES.flatMap(([place, tell]) => WITH_PASSWORD.map((address) => [place, address, tell] as const)))(
    'is told by its host alone, never with a password: %s, %s',
    (_place, address, tell) => {
      expect(tell(address)).not.toContain('hush');
    },
  );
});
