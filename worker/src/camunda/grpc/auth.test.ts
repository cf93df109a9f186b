import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { authHeaders } from './auth.ts';

let issuer: Server | undefined;

/** A token as an issuer makes it, good for an hour; nobody checks its signature here. */
function tokenOf(number: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp: Math.floor(Date.now() / 1000) + 3600, number })}.signature`;
}

/** A token endpoint that gives another token each time, or refuses. */
async function startIssuer(status = 200): Promise<{ readonly url: string; readonly bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      bodies.push(body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(
        status === 200
          ? JSON.stringify({
              access_token: tokenOf(bodies.length),
              expires_in: 3600,
              token_type: 'Bearer',
              scope: '',
            })
          : '{"error":"unauthorized_client"}',
      );
    });
  });
  issuer = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/oauth/token`, bodies };
}

afterEach(() => {
  issuer?.close();
  issuer?.closeAllConnections();
});

describe('the authorization of calls to Camunda', () => {
  it('is none when nothing is set', async () => {
    expect(await authHeaders({})()).toEqual({});
    expect(await authHeaders({ CAMUNDA_AUTH_STRATEGY: 'NONE', ZEEBE_CLIENT_ID: 'id' })()).toEqual({});
  });

  it('is a name and a password', async () => {
    const headers = authHeaders({
      CAMUNDA_AUTH_STRATEGY: 'BASIC',
      CAMUNDA_BASIC_AUTH_USERNAME: 'demo',
      CAMUNDA_BASIC_AUTH_PASSWORD: 'secret',
    });
    expect(await headers()).toEqual({ authorization: `Basic ${Buffer.from('demo:secret').toString('base64')}` });
  });

  it('is a token of the issuer, asked for once, where an issuer and a client are set', async () => {
    const { url, bodies } = await startIssuer();
    const headers = authHeaders({
      CAMUNDA_OAUTH_URL: url,
      ZEEBE_CLIENT_ID: 'client-of-this-test',
      ZEEBE_CLIENT_SECRET: 'secret',
      CAMUNDA_ZEEBE_OAUTH_AUDIENCE: 'zeebe.test',
    });
    const first = await headers();
    expect(first['authorization']).toMatch(/^Bearer \S+\.\S+\.signature$/);
    expect(await headers()).toEqual(first);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('audience=zeebe.test');
  });

  it('that is refused is an error of its own kind, without the secret', async () => {
    const { url } = await startIssuer(400);
    const headers = authHeaders({
      CAMUNDA_OAUTH_URL: url,
      ZEEBE_CLIENT_ID: 'client-that-is-refused',
      ZEEBE_CLIENT_SECRET: 'the-client-secret',
    });
    const error: unknown = await headers().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'CamundaError', kind: 'unauthorized' });
    expect(String(error)).not.toContain('the-client-secret');
  });

  it('that lacks a part is an error that names the part', async () => {
    await expect(authHeaders({ CAMUNDA_AUTH_STRATEGY: 'BASIC' })()).rejects.toThrow('CAMUNDA_BASIC_AUTH_USERNAME');
  });
});
