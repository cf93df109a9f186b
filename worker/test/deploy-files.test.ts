import { EXIT, readOptions, variablesOf } from '@eventbridge-kit/node-kit/options';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { makeJob } from '@eventbridge-kit/testkit/jobs';
import { WORKER_OPTIONS } from '../src/cli/options.ts';
import { LAST_COMMANDS_MS } from '../src/loop/job-loop.ts';
import { createMetrics } from '../src/metrics/metrics.ts';

function read(path: string): string {
  return readFileSync(new URL(`../deploy/${path}`, import.meta.url), 'utf8');
}

interface Build {
  readonly args: Readonly<Record<string, string>>;
}

interface Compose {
  readonly services: {
    readonly worker: {
      readonly build: Build;
      readonly environment: Readonly<Record<string, string>>;
      readonly ports: readonly string[];
      readonly read_only: boolean;
      readonly stop_grace_period: string;
    };
    readonly 'local-bus': { readonly build: Build; readonly command: readonly string[]; readonly network_mode: string };
  };
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
  readonly periodSeconds: number;
  readonly failureThreshold?: number;
}

interface ServiceAccount {
  readonly automountServiceAccountToken: boolean;
}

interface Rule {
  readonly ports: readonly { readonly port: number | string; readonly protocol: string }[];
  readonly to?: readonly { readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] } }[];
}

interface NetworkPolicy {
  readonly spec: {
    readonly podSelector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly policyTypes: readonly string[];
    readonly ingress: readonly Rule[];
    readonly egress: readonly Rule[];
  };
}

interface Deployment {
  readonly kind: string;
  readonly spec: {
    readonly template: {
      readonly metadata: {
        readonly annotations: Readonly<Record<string, string>>;
        readonly labels: Readonly<Record<string, string>>;
      };
      readonly spec: {
        readonly automountServiceAccountToken: boolean;
        readonly terminationGracePeriodSeconds: number;
        readonly securityContext: { readonly runAsNonRoot: boolean };
        readonly containers: readonly {
          readonly image: string;
          readonly env: readonly { readonly name: string; readonly value: string }[];
          readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
          readonly livenessProbe: Probe;
          readonly readinessProbe: Probe;
          readonly startupProbe: Probe;
          readonly securityContext: { readonly readOnlyRootFilesystem: boolean };
        }[];
      };
    };
  };
}

const dockerfile = read('docker/Dockerfile');
const compose = parse(read('docker/compose.yaml')) as Compose;
const manifests = parseAllDocuments(read('kubernetes/worker.yaml')).map(
  (document) => document.toJS() as { readonly kind: string },
);
function manifest(wanted: string): unknown {
  return manifests.find(({ kind }) => kind === wanted);
}
const pod = (manifest('Deployment') as Deployment | undefined)?.spec.template;
const [container] = pod?.spec.containers ?? [];
const podEnv = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** Variables that the AWS SDK reads itself. */
const OF_THE_AWS_SDK = new Set(['AWS_REGION']);
const known = new Set(variablesOf(WORKER_OPTIONS));
/** Variables that have no flag, because their values are secrets. */
const secret = Object.values(WORKER_OPTIONS).flatMap(({ flag, env }) => (flag === undefined ? env : []));

const unit = read('systemd/camunda-eventbridge-worker.service');

/** What a line of the unit sets; of several of a name all. */
function ofUnit(name: string): readonly string[] {
  return [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}
const unitEnv = Object.fromEntries(ofUnit('Environment').map((line) => line.split('=') as [string, string])); // NAME=VALUE

const FILES: readonly [string, Readonly<Record<string, string>>][] = [
  ['compose.yaml', compose.services.worker.environment],
  ['worker.yaml', podEnv],
  ['camunda-eventbridge-worker.service', unitEnv],
];

describe.each(FILES)('the environment of %s', (_, env) => {
  it('has names that the worker reads, with values that it takes', () => {
    expect(Object.keys(env).filter((name) => !known.has(name) && !OF_THE_AWS_SDK.has(name))).toEqual([]);
    expect(readOptions(WORKER_OPTIONS, { args: [], env })).toMatchObject({ ok: true });
  });

  it('holds no secret', () => {
    const names = Object.keys(env).filter((name) => secret.includes(name) || /^(?:SECRET_|AWS_.*KEY)/.test(name));
    expect(names).toEqual([]);
  });
});

describe('the time to end', () => {
  it.each([
    ['compose.yaml', compose.services.worker.environment, Number.parseInt(compose.services.worker.stop_grace_period)],
    ['worker.yaml', podEnv, pod?.spec.terminationGracePeriodSeconds ?? 0],
    ['camunda-eventbridge-worker.service', unitEnv, Number(ofUnit('TimeoutStopSec')[0])],
  ])('in %s is longer than the drain', (_, env, graceSeconds) => {
    const drainMs = Number(env['CAMUNDA_EVENTBRIDGE_DRAIN_TIMEOUT_MS']);
    expect(graceSeconds * 1000).toBeGreaterThan(drainMs + LAST_COMMANDS_MS);
  });
});

describe('the Kubernetes manifest', () => {
  it('probes the paths and the port at which the worker answers', () => {
    const port = Number(podEnv['CAMUNDA_EVENTBRIDGE_HEALTH_PORT']);
    expect(container?.ports).toEqual([{ name: 'health', containerPort: port }]);
    expect(container?.livenessProbe.httpGet).toEqual({ path: '/livez', port: 'health' });
    expect(container?.readinessProbe.httpGet).toEqual({ path: '/readyz', port: 'health' });
    expect(container?.startupProbe.httpGet).toEqual({ path: '/livez', port: 'health' });
    expect(pod?.metadata.annotations).toMatchObject({
      'prometheus.io/port': String(port),
      'prometheus.io/path': '/metrics',
    });
  });

  it('runs this version without root and without a writable file system', () => {
    expect(container?.image).toBe(`camunda-eventbridge-worker:${version}`);
    expect(container?.securityContext.readOnlyRootFilesystem).toBe(true);
    expect(pod?.spec.securityContext.runAsNonRoot).toBe(true);
  });

  it('gives a start on a busy node a minute before it counts as dead', () => {
    const { periodSeconds = 0, failureThreshold = 0 } = container?.startupProbe ?? {};
    expect(periodSeconds * failureThreshold).toBeGreaterThanOrEqual(60);
  });

  it("holds no token of the cluster's API", () => {
    expect(pod?.spec.automountServiceAccountToken).toBe(false);
    expect((manifest('ServiceAccount') as ServiceAccount | undefined)?.automountServiceAccountToken).toBe(false);
  });

  it('lets the worker reach names, the gateway and AWS alone, and be reached at its health port alone', () => {
    const policy = (manifest('NetworkPolicy') as NetworkPolicy | undefined)?.spec ?? expect.fail();
    expect(pod?.metadata.labels).toMatchObject(policy.podSelector.matchLabels);
    expect(policy.policyTypes).toEqual(['Ingress', 'Egress']);
    expect(policy.ingress.flatMap(({ ports }) => ports)).toEqual([{ port: 'health', protocol: 'TCP' }]);
    const gateway = Number(new URL((podEnv['ZEEBE_GRPC_ADDRESS'] ?? '').replace(/^grpc/, 'http')).port);
    const ports = policy.egress.flatMap((rule) => rule.ports.map(({ port }) => port));
    expect([...new Set(ports)].sort()).toEqual([53, gateway, 443].sort());
  });

  it("keeps the worker away from the node's credentials", () => {
    const blocks = ((manifest('NetworkPolicy') as NetworkPolicy | undefined)?.spec.egress ?? [])
      .flatMap(({ to = [] }) => to)
      .flatMap(({ ipBlock }) => ipBlock ?? []);
    expect(blocks.find(({ cidr }) => cidr === '0.0.0.0/0')?.except).toContain('169.254.0.0/16');
    expect(blocks.find(({ cidr }) => cidr === '::/0')?.except).toContain('fd00:ec2::/32');
  });
});

describe('the systemd unit', () => {
  it('starts what the package brings, and not again where the settings are wrong', () => {
    const { bin } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      readonly bin: Readonly<Record<string, string>>;
    };
    const program = `/camunda-eventbridge-worker/${bin['camunda-eventbridge-worker'] ?? ''}`;
    expect(ofUnit('ExecStart')[0]?.endsWith(program)).toBe(true);
    expect(ofUnit('RestartPreventExitStatus')).toEqual([String(EXIT.usage)]);
  });
});

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: { readonly summary: string; readonly description: string };
}

describe('the alerts', () => {
  const { spec } = parse(read('prometheus/rules.yaml')) as {
    readonly spec: { readonly groups: readonly { readonly rules: readonly AlertRule[] }[] };
  };
  const rules = spec.groups.flatMap((group) => group.rules);

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s asks for metrics and labels of the worker',
    async (_, rule) => {
      const page = await metricsPage();
      const series = [...rule.expr.matchAll(/(camunda_eventbridge_[a-z_]+)(?:\{([a-z_]+)=~?"([^"]+)"\})?/g)];
      expect(series.length).toBeGreaterThan(0);
      for (const [, name = '', label, values = ''] of series) {
        for (const value of values.split('|')) {
          const wanted = label === undefined ? `\n${name}[ {]` : `\n${name}\\{[^}]*${label}="${value}"`;
          expect(page).toMatch(new RegExp(wanted));
        }
      }
      expect(rule.annotations.summary).toMatch(/\.$/);
      expect(rule.annotations.description).toMatch(/\.$/);
    },
  );
});

/** The page of a worker to which everything has happened once. */
function metricsPage(): Promise<string> {
  const metrics = createMetrics({ version, jobTypes: ['type'], processMetrics: false });
  const job = makeJob('1', { type: 'type' });
  const incident = { type: 'fail', message: '', retries: 0, retryBackoffMs: 0, variables: {} } as const;
  metrics.onJobEnd({ job, settlement: 'accepted', durationMs: 1, outcome: incident });
  for (const settlement of ['refused', 'expired'] as const) metrics.onJobEnd({ job, settlement, durationMs: 1 });
  metrics.awsObserver.onCall({ entries: 1, bytes: 1, durationMs: 1, failure: undefined });
  metrics.awsObserver.onRetry('throttled', 1);
  return metrics.text({ ready: true, activeJobs: 0, waitingEvents: { entries: 0, bytes: 0 }, intake: [] });
}

describe('the compose file', () => {
  it('asks for the base image by its digest', () => {
    for (const { build } of [compose.services.worker, compose.services['local-bus']]) {
      expect(build.args['NODE_IMAGE']).toMatch(/^\$\{NODE_IMAGE:\?.*sha256:/);
    }
  });

  it('publishes the health port, and has the bus where the worker looks for it', () => {
    const { worker, 'local-bus': bus } = compose.services;
    const { CAMUNDA_EVENTBRIDGE_HEALTH_PORT: port = '', AWS_ENDPOINT_URL_EVENTBRIDGE: url = '' } = worker.environment;
    expect(worker.ports).toEqual([`127.0.0.1:${port}:${port}`]);
    expect(bus.command).toContain(new URL(url).port);
    expect(bus.network_mode).toBe('service:worker');
    expect(worker.read_only).toBe(true);
  });
});

describe('the Dockerfile', () => {
  it('unpacks the packages of this version', () => {
    const tarballs = [...dockerfile.matchAll(/^ARG \w+=(.+\.tgz)$/gm)].map(([, file]) => file);
    const names = ['camunda-eventbridge-worker', 'eventbridge-local-bus'];
    expect(tarballs).toEqual(names.map((name) => `${name}-${version}.tgz`));
  });

  it('starts from a base image that the caller names by its digest, and from no other', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, stage]) => stage);
    expect(bases.filter((image) => !stages.includes(image))).toEqual(['${NODE_IMAGE}']);
    expect(dockerfile).toMatch(/^ARG NODE_IMAGE$/m);
    const [, check = ''] = /^RUN (case (?:.*\\\n)*.*)$/m.exec(dockerfile) ?? [];
    const judge = (NODE_IMAGE: string) => spawnSync('sh', ['-c', check], { env: { ...process.env, NODE_IMAGE } });
    expect(judge(`node:22-slim@sha256:${'0'.repeat(64)}`).status).toBe(0);
    const refused = judge('node:22-slim');
    expect(refused.status).toBe(1);
    expect(refused.stderr.toString()).toContain('found node:22-slim. Write node:22-slim@sha256:');
  });

  it('takes nothing from a registry, since the packages carry what they need', () => {
    expect(dockerfile).not.toMatch(/^[^#]*\bnpm (?:install|i|ci)\b/m);
    for (const folder of ['worker', 'local-bus']) {
      const manifest = JSON.parse(
        readFileSync(new URL(`../../${folder}/package.json`, import.meta.url), 'utf8'),
      ) as object;
      expect(manifest).not.toHaveProperty('dependencies');
    }
  });

  it('starts the worker as a user without rights, so that signals reach it', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
    expect(last).toMatch(/^USER 1000:1000$/m);
    expect(last).toMatch(/^ENTRYPOINT \["node", /m);
    expect(last).toMatch(/^STOPSIGNAL SIGTERM$/m);
    expect(last).toMatch(/^HEALTHCHECK [^\n]*\\\n {2}CMD \["node", .*\/livez/m);
  });

  it.each(['Dockerfile', 'compose.yaml', '../kubernetes/worker.yaml'])('and %s say that they are untested', (file) => {
    expect(read(`docker/${file}`)).toMatch(/^# Untested: /m);
  });
});
