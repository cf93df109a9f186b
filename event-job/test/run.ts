import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { SECRETS } from '@eventbridge-kit/testkit/jobs';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import {
  createJobServices,
  runJob,
  type JobContent,
  type JobRun,
  type JobSettings,
  type SecretProvider,
} from '../src/index.ts';

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
    sendUntilMs: () => Infinity,
    extend: () => Promise.resolve(true),
  });
  return trace;
}

function mapSecrets(secrets: Readonly<Record<string, string>>): SecretProvider {
  return { lookup: (name) => (Object.hasOwn(secrets, name) ? secrets[name] : undefined) };
}
