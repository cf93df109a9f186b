import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus } from 'eventbridge-local-bus';
import { connect } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAwsSender } from '../src/aws/aws-sender.ts';
import { resolveDefaultChain } from '../src/aws/default-chain.ts';
import type { SendIdentity } from '@eventbridge-kit/event-job';
import { createSelfSigned } from '@eventbridge-kit/testkit/network/self-signed';
import { checkCredentials } from '../src/cli/check/check-credentials.ts';
import { ConnectProxy } from '@eventbridge-kit/testkit/network/connect-proxy';

const REGION = 'eu-central-1';
const EVENTS = `events.${REGION}.amazonaws.com:443`;
const STS = `sts.${REGION}.amazonaws.com:443`;
const ROLE = 'arn:aws:iam::000000000000:role/sender';
const entry = { EventBusName: 'default', Source: 'a', DetailType: 'b', Detail: '{}' };
const keys = DEFAULT_ACCESS_KEY;
const identity: SendIdentity = { region: REGION, credentials: { type: 'static', ...keys } };

let bus: LocalBus;
let tls: Server;
let port: number;
let proxy: ConnectProxy;
const sockets = new Set<TLSSocket>();

/** AWS's own host names lead through the proxy to the local bus, behind TLS: without the proxy they lead nowhere here. */
beforeEach(async () => {
  bus = createLocalBus({
    roles: [{ arn: ROLE }],
    allowedHosts: ['events', 'sts'].map((service) => `${service}.${REGION}.amazonaws.com`),
  });
  const { url } = await bus.start();
  tls = createServer(createSelfSigned(), (socket) => {
    sockets.add(socket);
    const onward = connect(Number(new URL(url).port), '127.0.0.1');
    for (const one of [socket, onward]) one.on('error', () => one.destroy());
    onward.pipe(socket).pipe(onward);
  });
  port = await new Promise<number>((resolve, reject) => {
    tls.once('error', reject);
    tls.listen(0, '127.0.0.1', () => {
      const address = tls.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
  proxy = new ConnectProxy({ leadsTo: () => `127.0.0.1:${port}` });
  for (const name of ['ALL_PROXY', 'NO_PROXY', 'no_proxy', 'https_proxy', 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('HTTPS_PROXY', await proxy.start());
  vi.stubEnv('AWS_REGION', REGION);
  vi.stubEnv('AWS_CONFIG_FILE', '/no/such/file');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/no/such/file');
  // The certificate is this test's own; whether it is trusted is another test's matter.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await proxy.stop();
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => tls.close(resolve));
  await bus.close();
});

async function send(who: SendIdentity): Promise<unknown> {
  const sender = createAwsSender({});
  try {
    return await sender.send(entry, who);
  } finally {
    sender.close();
  }
}

describe('AWS behind a proxy', () => {
  it('gets events', async () => {
    expect(await send(identity)).toMatchObject({ ok: true });
    expect(proxy.targets).toEqual([EVENTS]);
    expect(bus.events()).toHaveLength(1);
  });

  it.each([
    ['events', identity],
    ['the keys of a role', { ...identity, role: { arn: ROLE } }],
  ])('that refuses is told where it was asked for %s, and nothing is sent', async (_what, who) => {
    const refusing = new ConnectProxy({ credentials: 'worker:right' });
    const address = await refusing.start();
    vi.stubEnv('HTTPS_PROXY', address.replace('//', '//worker:wrong-password@'));
    const result = await send(who);
    await refusing.stop();
    expect(result).toMatchObject({
      ok: false,
      error: {
        code: 'PROXY',
        message:
          `Amazon EventBridge: PROXY: the proxy ${new URL(address).host} refuses the way there (HTTP 407). ` +
          'Write http://USER:PASSWORD@HOST:PORT as HTTPS_PROXY, or name the host in NO_PROXY.',
      },
    });
    expect(JSON.stringify(result)).not.toContain('wrong-password');
    expect(bus.events()).toEqual([]);
  });

  it('gives the keys of a role, too', async () => {
    expect(await send({ ...identity, role: { arn: ROLE } })).toMatchObject({ ok: true });
    expect([...proxy.targets].sort()).toEqual([EVENTS, STS]);
  });

  it('tells whose keys they are', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', keys.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', keys.secretAccessKey);
    const who = await checkCredentials({ env: { AWS_REGION: REGION }, stsEndpoint: undefined, timeoutMs: 120_000 });
    expect(who).toMatchObject({ status: 'ok', text: expect.stringContaining('arn:aws:') as string });
    expect(proxy.targets).toEqual([STS]);
  });

  it('is asked by the default chain of credentials, as for a web identity', async () => {
    const env = {
      AWS_WEB_IDENTITY_TOKEN_FILE: new URL(import.meta.url).pathname,
      AWS_ROLE_ARN: ROLE,
      AWS_REGION: REGION,
    };
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    await resolveDefaultChain(env);
    expect(new Set(proxy.targets)).toEqual(new Set([STS]));
  });

  it.each([
    ['AWS_DEFAULT_REGION', 'cn-north-1', 'sts.cn-north-1.amazonaws.com.cn:443'],
    ['AWS_REGION', 'eusc-de-east-1', 'sts.eusc-de-east-1.amazonaws.eu:443'],
    ['AWS_REGION', 'us-iso-east-1', 'sts.us-iso-east-1.c2s.ic.gov:443'],
    ['AWS_DEFAULT_REGION', 'us-gov-west-1', 'sts.us-gov-west-1.amazonaws.com:443'],
  ])('is asked in the partition of %s=%s, for a web identity and for the owner of keys', async (name, region, sts) => {
    vi.stubEnv('AWS_REGION', undefined);
    const webIdentity = { AWS_WEB_IDENTITY_TOKEN_FILE: new URL(import.meta.url).pathname, AWS_ROLE_ARN: ROLE };
    for (const [variable, value] of Object.entries({ ...webIdentity, [name]: region })) vi.stubEnv(variable, value);
    await resolveDefaultChain({ ...webIdentity, [name]: region });
    vi.stubEnv('AWS_ACCESS_KEY_ID', keys.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', keys.secretAccessKey);
    await checkCredentials({ env: { [name]: region }, stsEndpoint: undefined, timeoutMs: 120_000 });
    expect(new Set(proxy.targets)).toEqual(new Set([sts]));
    expect(proxy.targets.length).toBeGreaterThan(1);
  });

  it('is not asked where no region is set: the partition is not known', async () => {
    vi.stubEnv('AWS_REGION', undefined);
    const webIdentity = { AWS_WEB_IDENTITY_TOKEN_FILE: new URL(import.meta.url).pathname, AWS_ROLE_ARN: ROLE };
    for (const [variable, value] of Object.entries(webIdentity)) vi.stubEnv(variable, value);
    expect(await resolveDefaultChain(webIdentity)).toEqual({ status: 'unjudged' });
    const settings = { stsEndpoint: undefined, timeoutMs: 120_000 };
    const notJudged = { status: 'note', text: expect.stringContaining('not judged, since no region is set') as string };
    expect(await checkCredentials({ ...settings, env: webIdentity })).toMatchObject(notJudged);
    vi.stubEnv('AWS_ACCESS_KEY_ID', keys.accessKeyId);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', keys.secretAccessKey);
    expect(await checkCredentials({ ...settings, env: {} })).toMatchObject(notJudged);
    expect(proxy.targets).toEqual([]);
  });

  it.each(['127.0.0.1', '127.0.0.0/8'])('is called directly where NO_PROXY names the host: %s', async (noProxy) => {
    vi.stubEnv('NO_PROXY', noProxy);
    expect(await send({ ...identity, endpoint: `https://127.0.0.1:${port}` })).toMatchObject({ ok: true });
    expect(proxy.targets).toEqual([]);
  });
});
