/**
 * What the worker's container does, without a container: installs the tarball by the Dockerfile's own command, takes the
 * right to write away, and runs its entry point and its health check as a user without rights.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseDockerfile, type Container } from './dockerfile.ts';
import { CommandFailed, runQuietly } from '@eventbridge-kit/testkit/machine/command';

/** The container's user is 1000; any that is not root and owns nothing here will do. */
const USER_ID = 65_534;

/** The program starts within a second or two; a busy machine gets longer. */
const START_TIMEOUT_MS = 60_000;
const PROBE_PAUSE_MS = 250;

/** What was checked, for the person who started the script. */
export interface Trial {
  readonly user: string;
  readonly bytes: number;
}

/** Runs the worker of a tarball as the Dockerfile says; throws where something differs from what a user is told. */
export async function tryAsContainer(dockerfile: string, tarball: string, version: string): Promise<Trial> {
  const container = parseDockerfile(readFileSync(dockerfile, 'utf8'));
  const trial = mkdtempSync(join(tmpdir(), 'worker-container-'));
  const app = join(trial, 'app');
  try {
    mkdirSync(app);
    const install = container.install.replaceAll('/context/', `${dirname(tarball)}/`);
    await runQuietly('sh', ['-c', install], { cwd: app, env: { WORKER_TARBALL: basename(tarball) } });
    const before = listing(app);
    setWritable(trial, false);
    await runAll(container, app, version);
    const changed = differences(before, listing(app));
    if (changed.length > 0) throw new CommandFailed(`The worker changed its own files: ${changed.join(', ')}`);
    return { user: userName(), bytes: [...before.values()].reduce((sum, { size }) => sum + size, 0) };
  } finally {
    setWritable(trial, true);
    rmSync(trial, { recursive: true, force: true });
  }
}

async function runAll(container: Container, app: string, version: string): Promise<void> {
  // Nothing listens at the gateway's address: the worker must live without it.
  const [healthPort, gatewayPort] = await freePorts();
  const env = {
    ...container.env,
    PATH: process.env['PATH'] ?? '',
    HOME: app,
    TMPDIR: app,
    CAMUNDA_EVENTBRIDGE_HEALTH_PORT: String(healthPort),
    ZEEBE_GRPC_ADDRESS: `grpc://127.0.0.1:${String(gatewayPort)}`,
  };
  const start = (command: readonly string[]): Running => startAsUser(command, app, env);

  const asked = start([...container.entryPoint, '--version']);
  expectEnd('--version', await asked.end, asked.printed());
  if (!asked.printed().includes(version)) {
    throw new CommandFailed(`--version does not say ${version}: found "${asked.printed().trim()}"`);
  }

  const worker = start(container.entryPoint);
  try {
    await untilHealthy(worker, () => start(container.healthCheck));
    const { status } = await fetch(`http://127.0.0.1:${String(healthPort)}/livez`);
    if (status !== 200) throw new CommandFailed(`/livez answers ${String(status)} instead of 200`);
    worker.child.kill('SIGTERM');
    expectEnd('SIGTERM', await worker.end, worker.printed());
    if (!worker.printed().includes('Ending on SIGTERM')) {
      throw new CommandFailed(`The worker does not log that it ends:\n${worker.printed()}`);
    }
  } finally {
    worker.child.kill('SIGKILL');
  }
}

interface Running {
  readonly child: ChildProcess;
  readonly printed: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly end: Promise<number | string>;
}

function startAsUser([program = '', ...args]: readonly string[], app: string, env: NodeJS.ProcessEnv): Running {
  const inTrial = args.map((arg) => arg.replace('/opt/app', app));
  const child = spawn(program === 'node' ? process.execPath : program, inTrial, {
    cwd: app,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(isRoot() && { uid: USER_ID, gid: USER_ID }),
  });
  const texts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => texts.push(text));
  }
  const end = new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'no exit code'));
  });
  return { child, printed: () => texts.join(''), end };
}

async function untilHealthy(worker: Running, probe: () => Running): Promise<void> {
  const start = performance.now();
  let ended: number | string | undefined;
  void worker.end.then((result) => (ended = result));
  while ((await probe().end) !== 0) {
    if (ended !== undefined || performance.now() - start > START_TIMEOUT_MS) {
      throw new CommandFailed(`The health check fails; the worker ended: ${String(ended)}\n${worker.printed()}`);
    }
    await sleep(PROBE_PAUSE_MS);
  }
}

function expectEnd(what: string, result: number | string, printed: string): void {
  if (result !== 0) throw new CommandFailed(`After ${what} the worker ends with ${String(result)}, not 0:\n${printed}`);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function userName(): string {
  return isRoot() ? `user ${String(USER_ID)}` : 'this user';
}

/** Size and time of every file, by its path. */
function listing(folder: string): Map<string, { readonly size: number; readonly changedMs: number }> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    paths.map((path) => {
      const { size, mtimeMs } = lstatSync(join(folder, path));
      return [path, { size, changedMs: mtimeMs }];
    }),
  );
}

type Listing = ReturnType<typeof listing>;

function differences(before: Listing, after: Listing): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path)?.changedMs !== after.get(path)?.changedMs);
}

/** Everybody may read; only the owner may write, and only while it is cleared away. */
function setWritable(folder: string, writable: boolean): void {
  chmodSync(folder, writable ? 0o755 : 0o555);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) setWritable(path, writable);
    else if (!entry.isSymbolicLink()) chmodSync(path, writable ? 0o644 : 0o444);
  }
}

/** Two ports at which nothing listens. */
async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  const [first = 0, second = 0] = ports;
  return [first, second];
}
