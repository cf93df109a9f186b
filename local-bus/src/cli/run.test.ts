import { readFileSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GOOD_ENTRY, put, sdkClient } from '../../test/harness.ts';
import { CLI_OPTIONS } from './options.ts';
import { runCli } from './run.ts';

interface Running {
  readonly output: () => string;
  readonly url: Promise<string>;
  stop(): Promise<number>;
}

/** Runs the command line in this process until `stop`. */
function start(...args: string[]): Running {
  let text = '';
  let end: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (end = resolve));
  let found: (url: string) => void = () => undefined;
  const url = new Promise<string>((resolve) => (found = resolve));
  const exit = runCli(args, {
    out: (part) => {
      text += part;
      const match = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (match) found(match[0]);
    },
    err: (part) => (text += part),
    untilStopped: () => stopped,
  });
  onTestFinished(() => end());
  return {
    output: () => text,
    url,
    stop: () => {
      end();
      return exit;
    },
  };
}

/** Runs a command line that ends by itself. */
async function ended(...args: string[]): Promise<[number, string]> {
  let text = '';
  const out = (part: string): void => void (text += part);
  return [await runCli(args, { out, err: out, untilStopped: () => Promise.resolve() }), text];
}

function clientOf(url: string): ReturnType<typeof sdkClient> {
  return sdkClient({ url, port: 0, controlToken: '' });
}

describe('the command line', () => {
  it('prints lines to copy, then a line for each event, and ends cleanly', async () => {
    const running = start('--port', '0', '--bus', 'orders');
    const url = await running.url;
    expect(running.output()).toContain(`export AWS_ENDPOINT_URL_EVENTBRIDGE=${url}\n`);
    expect(running.output()).toContain('export AWS_ACCESS_KEY_ID=LOCALBUSACCESSKEY001\n');
    await put(clientOf(url), { ...GOOD_ENTRY, EventBusName: 'orders' }, { ...GOOD_ENTRY, EventBusName: 'nope' });
    expect(running.output()).toMatch(
      /\d\d:\d\d:\d\d {2}accepted {2}orders {2}com\.example\.orders {2}OrderPlaced {2}\{"orderId":42\}\n/,
    );
    expect(running.output()).toMatch(/lost {6}nope .* - Event bus nope does not exist\.\n/);
    expect(await running.stop()).toBe(0);
    expect(running.output()).toMatch(/Stopped\.\n$/);
  });

  it('prints nothing of an event when quiet, and no control characters ever', async () => {
    const quiet = start('--port', '0', '--quiet');
    const before = quiet.output;
    await put(clientOf(await quiet.url), GOOD_ENTRY);
    expect(before()).not.toContain('accepted');
    const loud = start('--port', '0');
    await put(clientOf(await loud.url), { ...GOOD_ENTRY, DetailType: '\u001b[2Jgone' });
    expect(loud.output()).not.toContain('\u001b');
  });

  it('takes the next free port and says so', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const running = start('--port', String(port));
    expect(await running.url).not.toContain(`:${port}`);
    expect(running.output()).toContain(`Port ${port} is in use; took the next free one.`);
  });

  it('applies keys, faults and region', async () => {
    const running = start(
      '--port',
      '0',
      '--access-key',
      'MYKEY',
      '--secret-key',
      "it's",
      '--region',
      'eu-central-1',
      '--fault',
      'entry:code=RedactionFailure',
      '--seed',
      '7',
    );
    const url = await running.url;
    expect(running.output()).toContain(String.raw`export AWS_SECRET_ACCESS_KEY='it'\''s'`);
    const client = sdkClient(
      { url, port: 0, controlToken: '' },
      { key: { accessKeyId: 'MYKEY', secretAccessKey: "it's" } },
    );
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ Entries: [{ ErrorCode: 'RedactionFailure' }] });
  });

  it('keeps a ledger of every entry', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'bus-')), 'ledger.jsonl');
    const running = start('--port', '0', '--ledger', file, '--max-events', '1');
    await put(clientOf(await running.url), GOOD_ENTRY, { ...GOOD_ENTRY, Source: 'aws.x' });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { status: string }).status)).toEqual(['accepted', 'rejected']);
  });

  it('prints help that names every flag, and the version', async () => {
    const [code, help] = await ended('--help');
    expect(code).toBe(0);
    for (const { flag = '', description } of Object.values(CLI_OPTIONS)) {
      expect(help).toContain(`--${flag}`);
      expect(help.replaceAll(/\s+/g, ' ')).toContain(description);
    }
    expect(await ended('--version')).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });

  it.each([
    [['--prt', '5'], 'There is no such flag: found "--prt". Did you mean --port?'],
    [['--nope'], 'There is no such flag: found "--nope". Write one of --port, '],
    [['5'], 'There is nothing to give without a flag: found "5"'],
    [['--port', 'x'], '--port cannot be used: found "x". Write a whole number from 0 to 65535.'],
    [['--port'], 'The flag has no value: found "--port". Write --port PORT.'],
    [['--quiet=yes'], 'The flag takes no value: found "--quiet=yes"'],
    [['--mode', 'lax'], 'Write one of aws, strict.'],
    [['--bus', 'my bus'], '--bus cannot be used: found "my bus"'],
    [['--fault', 'explode'], 'There is no such fault: found "explode"'],
    [['--max-events', '0'], 'Write a whole number of events from 1 to 1000000.'],
  ])('refuses %j', async (args, message) => {
    const [code, text] = await ended(...args);
    expect(code).toBe(2);
    expect(text).toContain(message);
  });

  it('says why it cannot start', async () => {
    const [code, text] = await ended('--port', '0', '--ledger', '/nowhere/at/all/ledger');
    expect([code, text.startsWith('The bus cannot start: ')]).toEqual([1, true]);
  });
});
