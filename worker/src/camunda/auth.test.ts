import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Issuer } from '@eventbridge-kit/testkit/network/issuer';
import { createAgents } from '../network/agents.ts';
import { createAuthorization, type CamundaAuthSettings } from './auth.ts';
import type { Authorization } from './authorization.ts';

const SECRET = 'the-client-secret';

function authorize(settings: CamundaAuthSettings): Authorization {
  return createAuthorization(settings, { agents: createAgents({ maxSockets: 1 }), tls: {} });
}

async function failure(authorization: Authorization): Promise<unknown> {
  return Promise.resolve(authorization.headers()).catch((thrown: unknown) => thrown);
}

describe('the authorization of calls to Camunda', () => {
  it('is none when nothing is set', async () => {
    expect(await authorize({}).headers()).toEqual({});
    expect(await authorize({ CAMUNDA_AUTH_STRATEGY: 'NONE', ZEEBE_CLIENT_ID: 'id' }).headers()).toEqual({});
  });

  it('is a name and a password', async () => {
    const basic = authorize({
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: 'demo',
      CAMUNDA_BASIC_AUTH_PASSWORD: 'pass:word',
    });
    expect(await basic.headers()).toEqual({ authorization: `Basic ${btoa('demo:pass:word')}` });
  });

  it('is a token that the operator gives', async () => {
    const bearer = authorize({ CAMUNDA_AUTH_STRATEGY: 'BEARER', CAMUNDA_OAUTH_TOKEN: 'abc' });
    expect(await bearer.headers()).toEqual({ authorization: 'Bearer abc' });
  });

  it.each([
    ['BASIC', 'CAMUNDA_BASIC_AUTH_USERNAME and CAMUNDA_BASIC_AUTH_PASSWORD'],
    ['BEARER', 'CAMUNDA_OAUTH_TOKEN'],
    ['OAUTH', 'CAMUNDA_OAUTH_URL, ZEEBE_CLIENT_ID, and ZEEBE_CLIENT_SECRET'],
  ] as const)('%s that lacks parts names them all', async (CAMUNDA_AUTH_STRATEGY, missing) => {
    const error = await failure(authorize({ CAMUNDA_AUTH_STRATEGY }));
    expect(error).toMatchObject({
      kind: 'unauthorized',
      message: `${CAMUNDA_AUTH_STRATEGY} needs what is not set: ${missing}`,
    });
  });

  it.each([
    [{ ZEEBE_CLIENT_SECRET: SECRET }, 'OAUTH needs what is not set: CAMUNDA_OAUTH_URL and ZEEBE_CLIENT_ID'],
    [{ CAMUNDA_BASIC_AUTH_USERNAME: 'demo' }, 'BASIC needs what is not set: CAMUNDA_BASIC_AUTH_PASSWORD'],
  ])('is never left out where a part of it is set: %j', async (settings, message) => {
    expect(await failure(authorize(settings))).toMatchObject({ kind: 'unauthorized', message });
  });

  it('is that for which something is set', async () => {
    expect(await authorize({ CAMUNDA_OAUTH_TOKEN: 'abc' }).headers()).toEqual({ authorization: 'Bearer abc' });
    const basic = { CAMUNDA_BASIC_AUTH_USERNAME: 'a', CAMUNDA_BASIC_AUTH_PASSWORD: 'b' };
    expect(await authorize(basic).headers()).toEqual({ authorization: `Basic ${btoa('a:b')}` });
  });
});

describe('OAuth', () => {
  let issuer: Issuer;
  let url: string;

  beforeEach(async () => {
    issuer = new Issuer();
    url = await issuer.start();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-01T00:00:00Z') });
  });
  afterEach(async () => {
    vi.useRealTimers();
    await issuer.stop();
  });

  const oauth = (changes: CamundaAuthSettings = {}): Authorization =>
    authorize({ CAMUNDA_OAUTH_URL: url, ZEEBE_CLIENT_ID: 'worker', ZEEBE_CLIENT_SECRET: SECRET, ...changes });

  const passSeconds = (seconds: number): void => {
    vi.setSystemTime(Date.now() + seconds * 1000);
  };

  it('is chosen where an issuer and a client are set, and sends who asks for what', async () => {
    const headers = await oauth({ CAMUNDA_ZEEBE_OAUTH_AUDIENCE: 'zeebe.test', CAMUNDA_TOKEN_SCOPE: 'a b' }).headers();
    expect(headers).toEqual({ authorization: 'Bearer token-1' });
    expect(Object.fromEntries(issuer.requests[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'worker',
      client_secret: SECRET,
      audience: 'zeebe.test',
      scope: 'a b',
    });
  });

  it('asks for the audience of Camunda 8 SaaS where none is set, and for no scope', async () => {
    await oauth().headers();
    expect(issuer.requests[0]?.get('audience')).toBe('zeebe.camunda.io');
    expect(issuer.requests[0]?.has('scope')).toBe(false);
  });

  it('keeps a token, for calls at the same time too, and renews it before it expires', async () => {
    const authorization = oauth();
    await Promise.all(Array.from({ length: 20 }, async () => authorization.headers()));
    passSeconds(3_000);
    expect(await authorization.headers()).toEqual({ authorization: 'Bearer token-1' });
    expect(issuer.requests).toHaveLength(1);
    passSeconds(599);
    expect(await authorization.headers()).toEqual({ authorization: 'Bearer token-2' });
    expect(issuer.requests).toHaveLength(2);
  });

  it('asks for another token when the gateway refuses one, but not again and again', async () => {
    const authorization = oauth();
    await authorization.headers();
    authorization.refused();
    expect(await authorization.headers()).toEqual({ authorization: 'Bearer token-1' });
    passSeconds(60);
    authorization.refused();
    expect(await authorization.headers()).toEqual({ authorization: 'Bearer token-2' });
  });

  it('tells that the issuer refuses the client, without the secret, and asks again the next time', async () => {
    issuer.answer = { status: 401, body: `{"error":"invalid_client","error_description":"no ${SECRET}"}` };
    const authorization = oauth();
    const error = await failure(authorization);
    expect(error).toMatchObject({
      kind: 'unauthorized',
      message: `the issuer at ${new URL(url).host} refuses this client (invalid_client, HTTP 401)`,
      remedy: 'Correct ZEEBE_CLIENT_ID, ZEEBE_CLIENT_SECRET, the audience and the scope.',
    });
    expect(JSON.stringify(error) + String(error)).not.toContain(SECRET);
    issuer.answer = undefined;
    expect(await authorization.headers()).toEqual({ authorization: 'Bearer token-2' });
  });

  it('tells that the issuer is down or in trouble: another try may help', async () => {
    issuer.answer = { status: 503, body: 'busy' };
    const authorization = oauth();
    expect(await failure(authorization)).toMatchObject({ kind: 'unavailable', code: 'ISSUER' });
    await issuer.stop();
    const error = await failure(authorization);
    expect(error).toMatchObject({
      kind: 'unavailable',
      code: 'ISSUER',
      message: expect.stringContaining(
        `the issuer at ${new URL(url).host} does not answer: connect ECONNREFUSED`,
      ) as string,
      remedy: 'Start the issuer, or set CAMUNDA_OAUTH_URL to where it is.',
    });
    expect(JSON.stringify(error) + String(error)).not.toContain(SECRET);
  });

  it('keeps a good token while the issuer is down', async () => {
    const authorization = oauth();
    await authorization.headers();
    await issuer.stop();
    passSeconds(1_000);
    expect(await authorization.headers()).toEqual({ authorization: 'Bearer token-1' });
  });

  it.each(['<html>', '{}', '{"access_token":"x"}'])('tells of an answer that is no token: %s', async (body) => {
    issuer.answer = { status: 200, body };
    expect(await failure(oauth())).toMatchObject({
      kind: 'unauthorized',
      message: expect.stringContaining("the issuer's answer is no token") as string,
    });
  });

  it('tells of an address that is none', async () => {
    const error = await failure(oauth({ CAMUNDA_OAUTH_URL: 'login.example' }));
    expect(error).toMatchObject({ message: 'CAMUNDA_OAUTH_URL is no address: found "login.example"' });
  });
});
