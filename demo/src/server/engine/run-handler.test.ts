import { createServer, type Server } from 'node:http';
import { listenAt } from '@eventbridge-kit/node-kit/http';
import { rawRequest, type RawReply, type RawRequest } from '@eventbridge-kit/testkit/network/raw-http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeEngine } from '../../../test/fake-engine.ts';
import { createRunHandler } from './run-handler.ts';

const TOKEN = 'the-token';
const RUN = { xml: '<xml/>', processId: 'order', variables: {} };

let server: Server;
let port: number;

beforeEach(async () => {
  const handler = createRunHandler(new FakeEngine().deps(false), TOKEN);
  server = createServer(handler);
  port = await listenAt(server, 0);
});

afterEach(() => server.close());

function ask(body: string, headers: RawRequest['headers'] = {}, method = 'POST'): Promise<RawReply> {
  const all = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, ...headers };
  return rawRequest(port, { method, headers: all, body });
}

describe('POST /api/run', () => {
  it('answers one event a line', async () => {
    const { status, text } = await ask(JSON.stringify(RUN));
    expect(status).toBe(200);
    const types = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly type: string }).type);
    expect(types).toEqual(['deployed', 'started', 'ended']);
  });

  it.each([
    ['a caller without the token', { authorization: '' }, 401],
    ['a caller with a wrong one', { authorization: 'Bearer wrong' }, 401],
    ['a page of another origin', { origin: 'http://other.example' }, 403],
    ['a name that another site made point here', { host: 'rebound.example' }, 403],
  ])('refuses %s', async (_, headers, status) => {
    expect((await ask(JSON.stringify(RUN), headers)).status).toBe(status);
  });

  it('refuses another method', async () => {
    expect((await ask('', {}, 'PUT')).status).toBe(405);
  });

  it.each([
    ['no JSON', '{', ''],
    ['no object', '[]', 'The body is no object'],
    ['no diagram', JSON.stringify({ ...RUN, xml: '' }), '"xml"'],
    ['no process', JSON.stringify({ ...RUN, processId: 7 }), '"processId"'],
    ['variables that are no object', JSON.stringify({ ...RUN, variables: [1] }), '"variables"'],
  ])('refuses a body with %s, and says what to send', async (_, body, message) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect((JSON.parse(answer.text) as { readonly message: string }).message).toContain(message);
  });
});
