import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus } from 'eventbridge-local-bus';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import { main } from '../main.ts';

let gateway: FakeGateway;
let bus: LocalBus;
let stsUrl = '';

beforeEach(async () => {
  gateway = new FakeGateway();
  gateway.answers.set('Topology', { message: { gatewayVersion: '8.8.0' } });
  await gateway.start();
  bus = createLocalBus({ port: 0 });
  stsUrl = (await bus.start()).url;
  // The SDK's chain reads the process' own environment.
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
    vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_CONFIG_FILE', '/no/such/file');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/no/such/file');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  gateway.stop();
  await bus.close();
});

async function check(env: Record<string, string>, address = gateway.address): Promise<{ code: number; out: string }> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  let out = '';
  const code = await main({
    args: ['--check', '--grpc-address', `grpc://${address}`],
    env: { AWS_ENDPOINT_URL_STS: stsUrl, ...env },
    version: '1.2.3',
    isTerminal: false,
    out: (text) => (out += text),
    err: (text) => (out += text),
    endRequested: new Promise(() => undefined),
  });
  return { code, out };
}

const { accessKeyId, secretAccessKey } = DEFAULT_ACCESS_KEY;
const KEYS = { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey };

describe('--check', () => {
  it('says which Camunda answers and whose credentials they are, and ends', async () => {
    const { code, out } = await check(KEYS);
    expect(out).toMatch(/^ok +Camunda gateway +Camunda 8\.8\.0 at /m);
    expect(out).toMatch(/^ok +AWS credentials +default chain: arn:aws:iam::/m);
    expect(code).toBe(0);
    expect(out).not.toContain(secretAccessKey);
  });

  it('fails for keys that STS refuses, without telling them', async () => {
    const { code, out } = await check({ ...KEYS, AWS_SECRET_ACCESS_KEY: 'wrong-and-hidden' });
    expect(out).toMatch(/^failed +AWS credentials +STS refuses them: SignatureDoesNotMatch/m);
    expect(code).toBe(1);
    expect(out).not.toContain('wrong-and-hidden');
  });

  it.each(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])(
    'fails for a line break in %s, without telling the rest',
    async (name) => {
      const { code, out } = await check({ ...KEYS, [name]: 'hidden-key\n' });
      expect(out).toMatch(/^failed +AWS credentials +AWS_ACCESS_KEY_ID is set.*has a line break/m);
      expect(code).toBe(1);
      expect(out).not.toContain('hidden-key');
    },
  );

  it('fails for a profile that does not exist', async () => {
    const { code, out } = await check({ AWS_PROFILE: 'nobody' });
    expect(out).toMatch(/^failed +AWS credentials +AWS_PROFILE is set/m);
    expect(code).toBe(1);
  });

  it('only notes that there are none: tasks may bring their own', async () => {
    const { code, out } = await check({});
    expect(out).toMatch(/^note +AWS credentials +none/m);
    expect(code).toBe(0);
  });

  it('only notes that STS cannot be asked, as in a network without a way to it', async () => {
    const { code, out } = await check({ ...KEYS, AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1' });
    expect(out).toMatch(/^note +AWS credentials +found/m);
    expect(code).toBe(0);
  });

  it('notes a mistyped variable', async () => {
    const { code, out } = await check({ CAMUNDA_EVENTBRIDGE_HELTH_PORT: '8090' });
    expect(out).toMatch(/^note +Environment +The variable CAMUNDA_EVENTBRIDGE_HELTH_PORT has no effect/m);
    expect(code).toBe(0);
  });

  it('fails for a gateway that does not answer', async () => {
    const { code, out } = await check(KEYS, '127.0.0.1:1');
    expect(out).toMatch(/^failed +Camunda gateway/m);
    expect(code).toBe(1);
  });
});
