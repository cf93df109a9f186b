import { describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { createTestSendHandler } from './handler.ts';
import { isOrigin } from './origins.ts';
import { startTestSendService } from './service.ts';

const sender = new FakeSender();

describe('an origin that may use the test send', () => {
  it.each([
    'http://localhost:5173',
    'https://modeler.example.com',
    'http://[::1]:8080',
    'file://',
    'vscode-webview://abc',
    'null',
  ])('is %s', (origin) => {
    expect(isOrigin(origin)).toBe(true);
  });

  it.each([
    '*',
    '',
    'http://x/',
    'http://x/page',
    'http://x:80',
    'HTTP://X',
    'http://*.example.com',
    'http://user@x',
    'http://',
    'x',
    'localhost:5173',
    'Null',
  ])('is not %j, which no browser sends, and which is told when the service starts', (origin) => {
    expect(isOrigin(origin)).toBe(false);
    expect(() => createTestSendHandler({ sender, secrets: {}, allowedOrigins: [origin] })).toThrow(/never \*/);
  });
});

describe('pages without an address', () => {
  it.each([undefined, '', 'my-token', 'x'.repeat(31)])('are not served with the token %j', (token) => {
    expect(() =>
      createTestSendHandler({ sender, secrets: {}, allowedOrigins: ['null'], ...(token !== undefined && { token }) }),
    ).toThrow(/random token of at least 32/);
  });

  it('are served with a random token', async () => {
    const service = await startTestSendService({ port: 0, sender, secrets: {}, allowedOrigins: ['null'] });
    const ask = async (token: string): Promise<number> =>
      (await fetch(service.url, { method: 'POST', headers: { origin: 'null', authorization: `Bearer ${token}` } }))
        .status;
    expect(await ask('guess')).toBe(401);
    expect(await ask(service.token)).toBe(415);
    await service.stop();
  });
});
