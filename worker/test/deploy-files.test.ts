import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { WORKER_OPTIONS } from '../src/cli/options.ts';
import { readSettings } from '../src/cli/read-settings.ts';
import { LAST_COMMANDS_MS } from '../src/loop/job-loop.ts';

const read = (path: string): string => readFileSync(new URL(`../deploy/${path}`, import.meta.url), 'utf8');

interface Compose {
  readonly services: {
    readonly worker: {
      readonly environment: Readonly<Record<string, string>>;
      readonly ports: readonly string[];
      readonly read_only: boolean;
      readonly stop_grace_period: string;
    };
    readonly 'local-bus': { readonly command: readonly string[]; readonly network_mode: string };
  };
}

interface Probe {
  readonly httpGet: { readonly path: string; readonly port: string };
}

interface Deployment {
  readonly kind: string;
  readonly spec: {
    readonly template: {
      readonly metadata: { readonly annotations: Readonly<Record<string, string>> };
      readonly spec: {
        readonly terminationGracePeriodSeconds: number;
        readonly securityContext: { readonly runAsNonRoot: boolean };
        readonly containers: readonly {
          readonly image: string;
          readonly env: readonly { readonly name: string; readonly value: string }[];
          readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
          readonly livenessProbe: Probe;
          readonly readinessProbe: Probe;
          readonly securityContext: { readonly readOnlyRootFilesystem: boolean };
        }[];
      };
    };
  };
}

const dockerfile = read('docker/Dockerfile');
const compose = parse(read('docker/compose.yaml')) as Compose;
const manifests = parseAllDocuments(read('kubernetes/worker.yaml')).map((document) => document.toJS() as Deployment);
const pod = manifests.find(({ kind }) => kind === 'Deployment')?.spec.template;
const [container] = pod?.spec.containers ?? [];
const podEnv = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** Variables that the AWS SDK reads itself. */
const OF_THE_AWS_SDK = new Set(['AWS_REGION']);
const known = new Set(Object.values(WORKER_OPTIONS).flatMap(({ env }) => env));
/** Variables that have no flag, because their values are secrets. */
const secret = Object.values(WORKER_OPTIONS).flatMap(({ flag, env }) => (flag === undefined ? env : []));

const FILES: readonly [string, Readonly<Record<string, string>>][] = [
  ['compose.yaml', compose.services.worker.environment],
  ['worker.yaml', podEnv],
];

describe.each(FILES)('the environment of %s', (_, env) => {
  it('has names that the worker reads, with values that it takes', () => {
    expect(Object.keys(env).filter((name) => !known.has(name) && !OF_THE_AWS_SDK.has(name))).toEqual([]);
    expect(readSettings(WORKER_OPTIONS, { args: [], env })).toMatchObject({ ok: true });
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
});

describe('the compose file', () => {
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
  it('installs the packages of this version', () => {
    const tarballs = [...dockerfile.matchAll(/^ARG \w+=\/context\/(.+)$/gm)].map(([, file]) => file);
    const names = ['camunda-eventbridge-worker', 'eventbridge-local-bus'];
    expect(tarballs).toEqual(names.map((name) => `${name}-${version}.tgz`));
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
