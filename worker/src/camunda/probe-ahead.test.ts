import { expect, it } from 'vitest';
import { CamundaError } from './camunda-error.ts';
import type { CamundaConnection, GatewayInfo } from './job-port.ts';
import { probeAhead } from './probe-ahead.ts';

/** A gateway whose version tells how often it was asked. */
class CountingGateway implements CamundaConnection {
  readonly address = 'grpc://localhost:26500';
  readonly setting = { variable: 'ZEEBE_GRPC_ADDRESS', wants: 'an address' };
  asked = 0;
  readonly #failures: number;

  constructor(failures = 0) {
    this.#failures = failures;
  }

  readonly probe = (): Promise<GatewayInfo> => {
    this.asked += 1;
    return this.asked <= this.#failures
      ? Promise.reject(new CamundaError('unavailable', 'UNAVAILABLE', 'not there yet'))
      : Promise.resolve({ gatewayVersion: `8.8.${this.asked}` });
  };
  readonly activate = () => Promise.resolve([]);
  readonly complete = () => Promise.resolve();
  readonly fail = () => Promise.resolve();
  readonly throwError = () => Promise.resolve();
  readonly extend = () => Promise.resolve();
  readonly close = () => Promise.resolve();
}

it('asks before anybody does, and once for the first who does', async () => {
  const gateway = new CountingGateway();
  const connection = probeAhead(gateway);
  expect(gateway.asked).toBe(1);
  expect(await connection.probe()).toEqual({ gatewayVersion: '8.8.1' });
  expect(gateway.asked).toBe(1);
  expect(await connection.probe()).toEqual({ gatewayVersion: '8.8.2' });
});

it('hands a failure on to the first who asks, and asks again for the next', async () => {
  const connection = probeAhead(new CountingGateway(1));
  await expect(connection.probe()).rejects.toThrow('not there yet');
  expect(await connection.probe()).toEqual({ gatewayVersion: '8.8.2' });
});
