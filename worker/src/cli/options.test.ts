import { readOptions } from '@eventbridge-kit/node-kit/options';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEST_SEND_COMMAND_OPTIONS, WORKER_OPTIONS } from './options.ts';

function read(args: string[], env: Record<string, string> = {}) {
  return readOptions(WORKER_OPTIONS, { args, env });
}

function messagesOf(result: ReturnType<typeof read>): string {
  return result.ok ? '' : result.messages.join('\n');
}

describe('the options of the worker', () => {
  it('are complete when nothing is set', () => {
    const result = read([]);
    expect(result.ok && Object.keys(result.options)).toEqual(Object.keys(WORKER_OPTIONS));
    expect(result).toMatchObject({ options: { maxActiveJobs: 400, healthHost: '127.0.0.1', jobStreaming: true } });
  });

  it("come from Camunda's and AWS's own variables", () => {
    const result = read([], {
      ZEEBE_GRPC_ADDRESS: 'grpcs://cluster.example:443',
      CAMUNDA_AUTH_STRATEGY: 'OAUTH',
      ZEEBE_CLIENT_SECRET: 'hush',
      AWS_ENDPOINT_URL_EVENTBRIDGE: 'http://127.0.0.1:4010',
    });
    expect(result).toMatchObject({
      ok: true,
      options: {
        grpcAddress: 'grpcs://cluster.example:443',
        authStrategy: 'OAUTH',
        clientSecret: 'hush',
        awsEndpoint: 'http://127.0.0.1:4010',
      },
    });
  });

  it("come from what Camunda's console hands out, and from the variables of its connector runtime", () => {
    const console = {
      ZEEBE_ADDRESS: 'abc.bru-2.zeebe.camunda.io:443',
      ZEEBE_AUTHORIZATION_SERVER_URL: 'https://login.cloud.camunda.io/oauth/token',
      ZEEBE_CLIENT_ID: 'id',
    };
    const options = { grpcAddress: console.ZEEBE_ADDRESS, clientId: 'id' };
    expect(read([], console)).toMatchObject({
      options: { ...options, oauthUrl: console.ZEEBE_AUTHORIZATION_SERVER_URL },
    });
    const runtime = {
      CAMUNDA_CLIENT_GRPCADDRESS: 'http://camunda:26500',
      CAMUNDA_CLIENT_AUTH_USERNAME: 'connectors',
      CAMUNDA_CLIENT_AUTH_PASSWORD: 'hush',
    };
    expect(read([], runtime)).toMatchObject({
      options: { grpcAddress: 'http://camunda:26500', basicUser: 'connectors', basicPassword: 'hush' },
    });
  });

  it('name the variable whose address cannot be used', () => {
    for (const name of ['ZEEBE_ADDRESS', 'ZEEBE_GATEWAY_ADDRESS']) {
      expect(messagesOf(read([], { [name]: 'localhost:26500' }))).toMatch(
        new RegExp(`^${name} cannot be used: found "localhost:26500". Write grpc://HOST:PORT`),
      );
    }
  });

  it('come from flags before variables, and from the first variable that is set', () => {
    const env = { ZEEBE_GRPC_ADDRESS: ' ', CAMUNDA_GRPC_ADDRESS: 'grpc://b:1', CAMUNDA_EVENTBRIDGE_LOG_LEVEL: 'error' };
    const result = read(['--log-level', 'debug', '--max-active-jobs=7'], env);
    expect(result).toMatchObject({ options: { grpcAddress: 'grpc://b:1', logLevel: 'debug', maxActiveJobs: 7 } });
  });

  it('know lists', () => {
    expect(read(['--job-types', 'a, b:1'])).toMatchObject({ options: { jobTypes: ['a', 'b:1'] } });
    expect(messagesOf(read(['--job-types', 'a,,b']))).toContain('--job-types');
  });

  it('take an empty prefix for secrets, which is not the same as none', () => {
    const name = 'CAMUNDA_CONNECTOR_SECRETPROVIDER_ENVIRONMENT_PREFIX';
    expect(read([], { [name]: '' })).toMatchObject({ options: { secretPrefix: '' } });
    expect(read([])).toMatchObject({ options: { secretPrefix: 'SECRET_' } });
  });

  it.each([
    ['--grpc-address', 'localhost:26500', 'grpc://HOST:PORT'],
    ['--auth-strategy', 'MAGIC', 'NONE, BASIC, OAUTH'],
    ['--max-active-jobs', '0', '1 to 10000'],
    ['--max-active-jobs', '1e3', '1 to 10000'],
    ['--job-timeout-ms', '-5', '--job-timeout-ms'],
    ['--health-port', '70000', '1 to 65535'],
    ['--aws-endpoint', 'localhost', 'https'],
    ['--log-level', 'loud', 'debug, info'],
    ['--worker-name', ' ', 'a name'],
  ])('refuse %s %s, and say what to write', (flag, value, hint) => {
    const result = read([`${flag}=${value}`]);
    expect(result.ok).toBe(false);
    expect(messagesOf(result)).toContain(flag);
    expect(messagesOf(result)).toContain(hint);
  });

  it('refuse flags that do not exist, flags without a value and stray words', () => {
    expect(messagesOf(read(['--nope']))).toContain('--nope');
    expect(messagesOf(read(['--grpc-address']))).toContain('--grpc-address');
    expect(messagesOf(read(['--log-level', 'info', 'stray']))).toContain('stray');
  });

  it('do not repeat the value of a flag that does not exist: it may be a secret', () => {
    expect(messagesOf(read(['--client-secret=hunter2hunter2']))).not.toContain('hunter2');
    expect(messagesOf(read(['--client-secret', 'hunter2hunter2']))).not.toContain('hunter2');
  });

  it('tell all that is wrong at once, and repeat no secret', () => {
    const env = { CAMUNDA_EVENTBRIDGE_TEST_SEND_TOKEN: 'too short!', CAMUNDA_EVENTBRIDGE_LOG_LEVEL: 'loud' };
    const result = readOptions(TEST_SEND_COMMAND_OPTIONS, { args: ['--port', 'x'], env });
    expect(result.ok ? [] : result.messages).toHaveLength(3);
    expect(JSON.stringify(result)).not.toContain('too short!');
  });

  it('refuse the address of the metadata service, and repeat no password of an address', () => {
    for (const value of ['http://169.254.169.254', 'http://[::ffff:a9fe:a9fe]/x', 'https://me:hush@bus.example.com']) {
      for (const name of ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_EVENTBRIDGE', 'AWS_ENDPOINT_URL_STS']) {
        const result = readOptions(WORKER_OPTIONS, { args: [], env: { [name]: value } });
        expect(result.ok ? '' : result.messages.join()).toContain(`${name} cannot be used`);
        expect(JSON.stringify(result)).not.toContain('hush');
      }
    }
  });

  it('take AWS_ENDPOINT_URL for every service of AWS that has no variable of its own', () => {
    const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566', AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:4567' };
    expect(readOptions(WORKER_OPTIONS, { args: [], env })).toMatchObject({
      options: { awsEndpoint: 'http://127.0.0.1:4566', stsEndpoint: 'http://127.0.0.1:4567' },
    });
  });

  it('never throw, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('--port', '--log-level', '--', '-x'))), (args) => {
        expect(typeof readOptions(TEST_SEND_COMMAND_OPTIONS, { args, env: {} }).ok).toBe('boolean');
      }),
    );
  });
});

describe('the table of options', () => {
  const all = { ...WORKER_OPTIONS, ...TEST_SEND_COMMAND_OPTIONS };

  // AWS's own name for the address of all its services.
  const FOR_TWO = 'AWS_ENDPOINT_URL';

  it('has no flag and no variable twice', () => {
    for (const table of [WORKER_OPTIONS, TEST_SEND_COMMAND_OPTIONS]) {
      const names = Object.values(table).flatMap(({ env, ...rest }) => [
        ...env.filter((name) => name !== FOR_TWO),
        ...('flag' in rest ? [rest.flag] : []),
      ]);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('gives no flag to what must not show in a list of processes', () => {
    for (const [name, { flag }] of Object.entries(all)) {
      if (/secret$|password|token$/i.test(name)) expect([name, flag]).toEqual([name, undefined]);
    }
  });
});
