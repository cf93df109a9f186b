import { readFileSync } from 'node:fs';
import { readmeTable, tablesIn, type ExitCode } from '@eventbridge-kit/node-kit/options';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { INPUT_VARIABLES } from '@eventbridge-kit/event-job';
import { main } from './main.ts';
import { WORKER_OPTIONS } from './options.ts';
import { TEST_SEND_OPTIONS } from '../test-send/options.ts';

interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** The proxy as the settings and the connections read it. */
function stubProxy(address: string): Record<string, string> {
  vi.stubEnv('HTTPS_PROXY', address);
  return { HTTPS_PROXY: address };
}

afterEach(() => {
  vi.unstubAllEnvs();
});

async function run(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main({
    args,
    env,
    version: '1.2.3',
    isTerminal: false,
    out: (text) => (out += text),
    err: (text) => (err += text),
    endRequested: Promise.resolve('SIGTERM'),
  });
  return { code, out, err };
}

describe('camunda-eventbridge-worker', () => {
  it('prints its help with every option, flag and variable', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const { flag, env, defaultText } of Object.values(WORKER_OPTIONS)) {
      if (flag !== undefined) expect(out).toMatch(new RegExp(`--${flag}[ \n]`));
      for (const name of env) expect(out).toContain(name);
      expect(out.replaceAll(/\s+/g, ' ')).toContain(defaultText);
    }
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints the help of its command', async () => {
    const { code, out } = await run(['test-send', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('--allowed-origins');
  });

  it('prints its version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  it('serves pages without an address with a random token alone', async () => {
    const args = ['test-send', '--port', '0', '--allowed-origins', 'null'];
    const set = await run(args, { CAMUNDA_EVENTBRIDGE_TEST_SEND_TOKEN: 'x'.repeat(40) });
    expect([set.code, set.err]).toEqual([2, expect.stringContaining('Unset it, and a random token is printed')]);
    const random = await run(args);
    expect([random.code, random.out]).toEqual([0, expect.stringContaining('The token alone keeps them out')]);
  });

  it.each([
    [['--nope'], 'There is no such flag: found "--nope". Write one that the help lists.'],
    [['--helth-port', '8090'], 'Did you mean --health-port?'],
    [['--chek'], 'Did you mean --check?'],
    [['test-send', '--prot', '0'], 'Did you mean --port?'],
    [['serve'], 'Write test-send. Without one, the worker starts.'],
    [['test-snd'], 'Did you mean test-send?'],
    [['--max-active-jobs', 'many'], '--max-active-jobs'],
    [['test-send', '--port', 'http'], '--port'],
    [['--root-cert-file', '/no/such/file.pem'], '--root-cert-file (CAMUNDA_CUSTOM_ROOT_CERT_PATH) cannot be used'],
    [['--root-cert-file', import.meta.filename], 'Write the path of a PEM file with certificates'],
    [['test-send', '--allowed-origins', '*'], 'found "*". Write origins of web pages'],
    [['test-send', '--allowed-origins', 'http://x/'], 'found "http://x/". Write origins of web pages'],
    [['--cert-chain-file', 'a.pem'], '--private-key-file'],
  ])('ends with 2 for %j, and says what to do', async (args, hint) => {
    const { code, err } = await run(args);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });

  it.each([
    ['no address', 'http://user:hidden@:x'],
    ['no scheme', 'proxy.example:3128'],
    ['another kind of proxy', 'socks5://user:hidden@proxy.example:1080'],
    ['a % in the password', 'http://user:hidden%@proxy.example'],
  ])('ends with 2 for an HTTPS_PROXY that has %s, and does not repeat it', async (_what, address) => {
    const env = stubProxy(address);
    for (const args of [[], ['--check'], ['test-send']]) {
      const { code, err } = await run(args, env);
      expect([code, err.split('.')[0]]).toEqual([2, 'HTTPS_PROXY cannot be used: it is no address of an http proxy']);
      expect(err).toContain('Write http://HOST:PORT');
      expect(err).not.toContain('hidden');
    }
    expect((await run(['--version'], env)).code).toBe(0);
  });

  it('does not start over gRPC with a proxy that is reached by TLS', async () => {
    const env = stubProxy('https://proxy.example');
    const args = ['--grpc-address', 'grpcs://camunda.example:443', '--log-level', 'silent'];
    const started = await run(args, env);
    expect(started).toMatchObject({ code: 2, err: expect.stringContaining('cannot be used for gRPC') as string });
    const checked = await run([...args, '--check'], env);
    expect(checked).toMatchObject({ code: 1, out: expect.stringContaining('cannot be used for gRPC') as string });
  });

  it('serves test sends until it is asked to end, with a random token', async () => {
    const { code, out } = await run(['test-send', '--port', '0', '--log-level', 'silent']);
    expect(code).toBe(0);
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\nToken: +[\w-]{32}\n/);
  });

  it('ends in good order when it is asked to, engine or not', async () => {
    const { code } = await run(['--grpc-address', 'grpc://127.0.0.1:1', '--log-level', 'silent']);
    expect(code).toBe(0);
  });
});

describe('the README of the worker', () => {
  const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

  it('has the options of worker and test-send as the tables have them', () => {
    expect(tablesIn(page)).toEqual([readmeTable(WORKER_OPTIONS), readmeTable(TEST_SEND_OPTIONS)]);
  });

  it('names each variable that a job brings along, and no other', () => {
    const sentence = /variables only those[^.]*fetched: ([^.]*)\./.exec(page)?.[1] ?? '';
    expect((sentence.match(/`(\w+)`/g) ?? []).sort()).toEqual(INPUT_VARIABLES.map((name) => `\`${name}\``).sort());
  });
});
