import type { FeelWorld } from '@eventbridge-kit/connector';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { SECRETS } from '@eventbridge-kit/testkit/jobs';
import {
  createJobServices,
  runJob,
  type JobContent,
  type JobRun,
  type JobSettings,
  type SecretProvider,
} from '../src/index.ts';

/** Time stands still, nothing is random. */
const stillWorld: FeelWorld = {
  now: () => ({ epochMs: Date.UTC(2026, 10, 23, 10) }),
  random: () => 0.5,
  uuid: () => '3f2b8c1e-5d6a-4b7c-8d9e-0a1b2c3d4e5f',
};

export interface TestRun extends Partial<Omit<JobSettings, 'sender' | 'secrets'>> {
  readonly sender?: FakeSender;
  /** By name. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly dryRun?: boolean;
  readonly traceValues?: boolean;
}

/** Runs a job with a fake sender. */
export async function run(job: JobContent, options: TestRun = {}): Promise<JobRun['trace']> {
  const { sender = new FakeSender(), secrets = SECRETS, dryRun = false, traceValues = true, ...settings } = options;
  const services = createJobServices({
    sender,
    secrets: mapSecrets(secrets),
    secretFields: [],
    checkPolicy: () => [],
    checks: {},
    idempotencyScope: undefined,
    world: stillWorld,
    ...settings,
  });
  const { trace } = await runJob(job, services, {
    dryRun,
    traceValues,
    signal: new AbortController().signal,
    extend: () => Promise.resolve(true),
  });
  return trace;
}

function mapSecrets(secrets: Readonly<Record<string, string>>): SecretProvider {
  return { lookup: (name) => (Object.hasOwn(secrets, name) ? secrets[name] : undefined) };
}
