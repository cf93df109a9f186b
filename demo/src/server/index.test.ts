import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rawRequest, type RawReply, type RawRequest } from '@eventbridge-kit/testkit/network/raw-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDemo, type Demo } from './index.ts';

/** A request to an address of the demo. */
function ask(url: string, options: RawRequest = {}): Promise<RawReply> {
  const { port, pathname, search } = new URL(url);
  return rawRequest(Number(port), { ...options, path: `${pathname}${search}` });
}

const TEST_SEND = {
  task: { elementId: 'task', jobType: 'eventbridge-kit:send-event:1', inputs: [], headers: {} },
  variables: {},
  dryRun: true,
};

let demo: Demo;
let token: string;

function tokenIn(html: string): string {
  return /"token":"([^"]+)"/.exec(html)?.[1] ?? '';
}

beforeAll(async () => {
  demo = await startDemo({ port: 0, env: {} });
  token = tokenIn((await ask(demo.url)).text);
});

afterAll(() => demo.close());

describe.each([
  ['built', false],
  ['from its sources', true],
])('the page, %s', (_, watch) => {
  let page: Demo;

  beforeAll(async () => {
    page = await startDemo({ port: 0, env: {}, watch });
  });

  afterAll(() => page.close());

  it('is served, with the token for its own calls', async () => {
    const { status, text } = await ask(page.url);
    expect(status).toBe(200);
    expect(text).toContain('<title>EventBridge Kit for Camunda 8</title>');
    expect(tokenIn(text)).toMatch(/^[\w-]{32}$/);
  });

  it('has its icon', async () => {
    const { text } = await ask(page.url);
    const icon = /rel="icon"[^>]* href="([^"]+)"/.exec(text)?.[1] ?? '';
    const { status, headers } = await ask(new URL(icon, page.url).href);
    expect([status, headers['content-type']]).toEqual([200, 'image/svg+xml']);
  });

  it('stands in no frame', async () => {
    const { headers } = await ask(page.url);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it.each([
    'package.json',
    'worker/README.md',
    'worker/deploy/docker/compose.yaml',
    'docs/security.md',
    '.git',
    'demo/package.json',
    'templates/send-event.md',
  ])('is all that is served of the checkout: not %s', async (file) => {
    const path = fileURLToPath(new URL(`../../../${file}`, import.meta.url));
    expect(existsSync(path)).toBe(true);
    for (const query of ['', '?raw', '?url', '?import&raw', '?inline']) {
      for (const prefix of ['@fs', '', '/..', '/assets/../../..']) {
        expect((await ask(`${page.url.slice(0, -1)}/${prefix}${path}${query}`)).status).toBeGreaterThanOrEqual(400);
      }
    }
  });

  it('is not for a name that another site made point here', async () => {
    const { status, text } = await ask(page.url, { headers: { host: 'rebound.example' } });
    expect(status).toBe(403);
    expect(tokenIn(text)).toBe('');
  });

  it('lets no other site read it', async () => {
    const { headers } = await ask(page.url, { headers: { origin: 'http://other.example' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('test send', () => {
  const post = (headers: Readonly<Record<string, string>>): Promise<RawReply> =>
    ask(`${demo.url}api/test-send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(TEST_SEND),
    });

  it('answers the page', async () => {
    const { status, text } = await post({ authorization: `Bearer ${token}`, origin: new URL(demo.url).origin });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ dryRun: true, destination: { kind: 'local' } });
  });

  it.each([
    ['a caller without the token', { authorization: '' }, 401],
    ['a caller with a wrong one', { authorization: 'Bearer wrong' }, 401],
    ['a page of another origin', { origin: 'http://other.example' }, 403],
    ['a name that another site made point here', { host: 'rebound.example' }, 403],
  ])('refuses %s', async (_, headers, status) => {
    expect((await post({ authorization: `Bearer ${token}`, ...headers })).status).toBe(status);
  });
});

describe('the feed of events', () => {
  it('answers the page', async () => {
    const { status, headers } = await ask(`${demo.url}api/events?token=${token}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/event-stream');
  });

  it('refuses a caller without the token, and a name that another site made point here', async () => {
    expect((await ask(`${demo.url}api/events`)).status).toBe(401);
    const rebound = { headers: { host: 'rebound.example' } };
    expect((await ask(`${demo.url}api/events?token=${token}`, rebound)).status).toBe(403);
  });

  it('is emptied by the page, for every reader', async () => {
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(`${demo.url}api/events`, { method: 'DELETE' })).status).toBe(401);
    expect((await ask(`${demo.url}api/events?token=${token}`, { method: 'DELETE' })).status).toBe(401);
    expect((await ask(`${demo.url}api/events`, { method: 'DELETE', headers })).status).toBe(204);
    expect(demo.bus?.records()).toEqual([]);
    expect((await ask(`${demo.url}api/events`, { method: 'PUT', headers })).status).toBe(405);
  });

  it('is the only other route', async () => {
    expect((await ask(`${demo.url}api/nothing`)).status).toBe(404);
    expect((await ask(`${demo.url}api/constructor`)).status).toBe(404);
  });
});

describe('an event bus', () => {
  const create = (name: unknown, authorization = `Bearer ${token}`): Promise<RawReply> =>
    ask(`${demo.url}api/event-buses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ name }),
    });

  it('is created for the page, once or twice', async () => {
    expect((await create('orders')).status).toBe(204);
    expect((await create('orders')).status).toBe(204);
  });

  it('is refused to others, and where its name cannot be', async () => {
    expect((await create('orders', '')).status).toBe(401);
    expect((await ask(`${demo.url}api/event-buses`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(
      405,
    );
    const refused = await create('no spaces here');
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('no spaces here');
    expect((await create(7)).status).toBe(400);
  });
});

describe('starting', () => {
  it('tells the address of the page before what stands behind it is loaded; calls made then are answered', async () => {
    let early: Promise<number> | undefined;
    const quick = await startDemo({
      port: 0,
      env: {},
      onAddress: ({ url }) => {
        early = (async () => {
          const own = tokenIn((await ask(url)).text);
          return (await ask(`${url}api/events?token=${own}`)).status;
        })();
      },
    });
    try {
      expect(await early).toBe(200);
    } finally {
      await quick.close();
    }
  });

  it('with AWS needs AWS settings, and names them', async () => {
    await expect(startDemo({ port: 0, aws: true, env: {} })).rejects.toThrow(/AWS_ACCESS_KEY_ID.*AWS_PROFILE/);
  });

  it('with AWS has no bus, and the page says where events go', async () => {
    const aws = await startDemo({ port: 0, aws: true, env: { AWS_PROFILE: 'production' } });
    try {
      expect(aws.bus).toBeUndefined();
      expect(aws.notice).toContain('real AWS account');
      expect((await ask(aws.url)).text).toContain(aws.notice);
      expect((await ask(`${aws.url}api/events?token=${token}`)).status).toBe(404);
    } finally {
      await aws.close();
    }
  });
});
