import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startHttpEndpoint } from '@eventbridge-kit/testkit/network/http-endpoint';
import { createSelfSigned } from '@eventbridge-kit/testkit/network/self-signed';
import { connectCamunda } from '../src/camunda/connect.ts';
import type { CamundaConnection } from '../src/camunda/job-port.ts';
import { ConnectProxy } from '@eventbridge-kit/testkit/network/connect-proxy';
import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import { Issuer } from '@eventbridge-kit/testkit/network/issuer';
import {
  secureGrpc,
  secureRest,
  tlsWith,
  type SecureGateway,
  type SecureGatewayOptions,
} from '@eventbridge-kit/testkit/camunda/secure-gateways';

const certificate = createSelfSigned();
const stranger = createSelfSigned();
const VERSION = { gatewayVersion: '8.8.9' };

let ends: (() => Promise<void>)[] = [];

beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'NO_PROXY', 'no_proxy', 'grpc_proxy'])
    vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const end of ends.reverse()) await end();
  ends = [];
});

const PROTOCOLS = [
  ['gRPC', secureGrpc],
  ['REST', secureRest],
] as const;

describe('the address of the other protocol', () => {
  const open = (connection: CamundaConnection): Promise<unknown> => {
    ends.push(() => connection.close());
    return connection.probe().catch((thrown: unknown) => thrown);
  };

  it.each([
    ['without TLS', {}, 'http'],
    ['with TLS', { tls: certificate }, 'https'],
  ])('is told over gRPC with the variable for it: %s', async (_, { tls }: { tls?: typeof certificate }, scheme) => {
    const web = await startHttpEndpoint([{}], tls);
    ends.push(web.stop);
    const grpcAddress = web.url.replace(/^\w+/, scheme);
    expect(await open(connectCamunda({ grpcAddress, tls: tlsWith(certificate) }))).toMatchObject({
      code: 'PROTOCOL',
      message: 'what answers there speaks no gRPC',
      remedy: expect.stringContaining('ZEEBE_REST_ADDRESS') as string,
    });
  });

  it('is told over REST with the variable for it', async () => {
    const gateway = new FakeGateway();
    await gateway.start();
    ends.push(() => {
      gateway.stop();
      return Promise.resolve();
    });
    expect(await open(connectCamunda({ restAddress: `http://${gateway.address}` }))).toMatchObject({
      code: 'PROTOCOL',
      remedy: expect.stringContaining('ZEEBE_GRPC_ADDRESS') as string,
    });
  });
});

describe.each(PROTOCOLS)('%s with TLS', (_name, startGateway) => {
  const start = async (changes: Partial<SecureGatewayOptions> = {}): Promise<SecureGateway> => {
    const gateway = await startGateway({ certificate, ...changes });
    ends.push(() => gateway.stop());
    return gateway;
  };
  const open = (connection: CamundaConnection): CamundaConnection => {
    ends.push(() => connection.close());
    return connection;
  };
  const problem = (connection: CamundaConnection): Promise<unknown> =>
    open(connection)
      .probe()
      .catch((thrown: unknown) => thrown);

  it('trusts an authority of its own', async () => {
    const gateway = await start();
    expect(await open(gateway.connect({ tls: tlsWith(certificate) })).probe()).toEqual(VERSION);
  });

  it.each([
    ['the authorities of the system', {}],
    ['another authority', tlsWith(stranger)],
  ])('does not serve a worker that trusts %s, and says what to set', async (_whom, tls) => {
    const error = await problem((await start()).connect({ tls }));
    expect(error).toMatchObject({
      kind: 'unavailable',
      code: 'CERTIFICATE',
      message: expect.stringMatching(/^no trusted connection: self-signed certificate/) as string,
      remedy: expect.stringContaining('CAMUNDA_CUSTOM_ROOT_CERT_PATH') as string,
    });
  });

  it('shows a certificate of its own where the gateway asks for one', async () => {
    const client = createSelfSigned();
    const gateway = await start({ client });
    expect(await open(gateway.connect({ tls: tlsWith(certificate, client) })).probe()).toEqual(VERSION);
    expect(await problem(gateway.connect({ tls: tlsWith(certificate) }))).toMatchObject({ kind: 'unavailable' });
    expect(await problem(gateway.connect({ tls: tlsWith(certificate, stranger) }))).toMatchObject({
      kind: 'unavailable',
    });
  });

  it('goes through the proxy of the environment, with its password', async () => {
    const gateway = await start();
    const address = await startProxy({ credentials: 'worker:p@ss' });
    vi.stubEnv('HTTPS_PROXY', address.replace('//', '//worker:p%40ss@'));
    expect(await open(gateway.connect({ tls: tlsWith(certificate) })).probe()).toEqual(VERSION);
    expect(proxy.targets).toEqual([gateway.target]);
  });

  it('passes by the proxy where NO_PROXY names the host', async () => {
    const gateway = await start();
    vi.stubEnv('HTTPS_PROXY', await startProxy());
    vi.stubEnv('NO_PROXY', 'example.com, 127.0.0.1');
    expect(await open(gateway.connect({ tls: tlsWith(certificate) })).probe()).toEqual(VERSION);
    expect(proxy.targets).toEqual([]);
  });

  it('tells that the proxy refuses it, without the password', async () => {
    const gateway = await start();
    const address = await startProxy({ credentials: 'worker:right' });
    vi.stubEnv('HTTPS_PROXY', address.replace('//', '//worker:wrong-password@'));
    const printed = vi.spyOn(process.stderr, 'write');
    const error = await problem(gateway.connect({ tls: tlsWith(certificate) }));
    expect(error).toMatchObject({
      kind: 'unavailable',
      code: 'PROXY',
      message: `the proxy ${new URL(address).host} refuses the way there (HTTP 407)`,
      remedy: expect.stringMatching(/^Write http:\/\/USER:PASSWORD@HOST:PORT as HTTPS_PROXY/) as string,
    });
    expect(JSON.stringify(error) + String(error)).not.toContain('wrong-password');
    expect(printed.mock.calls.filter(([text]) => String(text).includes('proxy'))).toEqual([]);
    printed.mockRestore();
  });

  it('tells that the proxy does not let it out', async () => {
    const gateway = await start();
    vi.stubEnv('HTTPS_PROXY', await startProxy({ refusal: '403 Forbidden' }));
    expect(await problem(gateway.connect({ tls: tlsWith(certificate) }))).toMatchObject({
      kind: 'unavailable',
      code: 'PROXY',
      message: expect.stringContaining('refuses the way there (HTTP 403)') as string,
      remedy: expect.stringContaining('Allow the host') as string,
    });
  });

  it('tells that the proxy is not there, and serves when it is back', async () => {
    const gateway = await start();
    const gone = new ConnectProxy();
    const address = await gone.start();
    await gone.stop();
    vi.stubEnv('HTTPS_PROXY', address);
    const error = await problem(gateway.connect({ tls: tlsWith(certificate) }));
    expect(error).toMatchObject({
      kind: 'unavailable',
      code: 'PROXY',
      message: expect.stringContaining(`the proxy ${new URL(address).host} does not answer: `) as string,
      remedy: expect.stringMatching(/^Set HTTPS_PROXY to where the proxy is/) as string,
    });
    vi.stubEnv('HTTPS_PROXY', await startProxy());
    expect(await open(gateway.connect({ tls: tlsWith(certificate) })).probe()).toEqual(VERSION);
  });

  it('is authorized by an issuer behind the proxy, whose certificate is of that authority', async () => {
    const gateway = await start();
    const issuer = new Issuer(certificate);
    const url = await issuer.start();
    ends.push(() => issuer.stop());
    vi.stubEnv('HTTPS_PROXY', await startProxy());
    const auth = { CAMUNDA_OAUTH_URL: url, ZEEBE_CLIENT_ID: 'id', ZEEBE_CLIENT_SECRET: 'secret' };
    expect(await open(gateway.connect({ auth, tls: tlsWith(certificate) })).probe()).toEqual(VERSION);
    expect(gateway.authorizations()).toEqual(['Bearer token-1']);
    expect([...proxy.targets].sort()).toEqual([gateway.target, new URL(url).host].sort());
  });

  it('tells that the certificate of the issuer is not trusted', async () => {
    const gateway = await start();
    const issuer = new Issuer(stranger);
    const url = await issuer.start();
    ends.push(() => issuer.stop());
    const auth = { CAMUNDA_OAUTH_URL: url, ZEEBE_CLIENT_ID: 'id', ZEEBE_CLIENT_SECRET: 'the-secret' };
    const error = await problem(gateway.connect({ auth, tls: tlsWith(certificate) }));
    expect(error).toMatchObject({ code: 'CERTIFICATE', message: expect.stringContaining('the issuer at') as string });
    expect(JSON.stringify(error) + String(error)).not.toContain('the-secret');
  });

  it.each([
    [
      'basic',
      { CAMUNDA_AUTH_STRATEGY: 'BASIC', CAMUNDA_BASIC_AUTH_USERNAME: 'a', CAMUNDA_BASIC_AUTH_PASSWORD: 'b' },
      `Basic ${btoa('a:b')}`,
    ],
    ['bearer', { CAMUNDA_AUTH_STRATEGY: 'BEARER', CAMUNDA_OAUTH_TOKEN: 'abc' }, 'Bearer abc'],
  ] as const)('is authorized by %s', async (_strategy, auth, header) => {
    const gateway = await start();
    await open(gateway.connect({ auth, tls: tlsWith(certificate) })).probe();
    expect(gateway.authorizations()).toEqual([header]);
  });
});

let proxy: ConnectProxy;

async function startProxy(options: ConstructorParameters<typeof ConnectProxy>[0] = {}): Promise<string> {
  proxy = new ConnectProxy(options);
  const running = proxy;
  ends.push(() => running.stop());
  return running.start();
}

describe('a proxy', () => {
  it('that is no address is told, without what was found: it may hold a password', async () => {
    const gateway = await secureRest({ certificate });
    ends.push(() => gateway.stop());
    vi.stubEnv('HTTPS_PROXY', 'http://user:hidden@:x');
    const error: unknown = await gateway
      .connect({ tls: tlsWith(certificate) })
      .probe()
      .catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('HTTPS_PROXY cannot be used');
    expect(String(error)).not.toContain('hidden');
  });
});
