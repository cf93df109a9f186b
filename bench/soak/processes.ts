import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { DEFAULT_ACCESS_KEY } from 'eventbridge-local-bus';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { CLOSED_BUS, REFUSED_CODE, REFUSED_DETAIL_TYPE } from './job-kinds.ts';
import type { GatewayMessage } from './gateway/process.ts';
import { AWS_REQUEST_TIMEOUT_MS, DRAIN_TIMEOUT_MS, FILES, JOB_TIMEOUT_MS, JOB_TYPE, type SoakPlan } from './plan.ts';

/** What goes wrong at the bus; the percentages are of calls, with `entry` of entries. */
const BUS_FAULTS = [
  `entry:code=${REFUSED_CODE},detailType=${REFUSED_DETAIL_TYPE},times=forever`,
  `deny:resource=${CLOSED_BUS}`,
  'entry:code=InternalFailure,percent=0.4,times=forever',
  'entry:code=ThrottlingException,percent=0.2,times=forever',
  'entry:code=InvalidArgument,percent=0.1,times=forever',
  'reset:when=before,percent=0.4,times=forever',
  'reset:when=after,percent=0.4,times=forever',
  'hang:when=before,percent=0.03,times=forever',
  'hang:when=after,percent=0.03,times=forever',
  'http:status=500,percent=0.4,times=forever',
  'http:status=503,percent=0.2,times=forever',
  'error:name=ThrottlingException,percent=0.2,times=forever',
  'error:name=ExpiredTokenException,percent=0.1,times=forever',
  'too-large:percent=0.3,times=forever',
  'slow:ms=400,percent=1,times=forever',
];

/** A process of the run that others talk to. */
export interface RunningService {
  readonly address: string;
  readonly child: ChildProcess;
}

/** The scripted engine; `onEnded` hears how many jobs have their outcome. */
export async function startGateway(plan: SoakPlan, onEnded: (jobs: number) => void): Promise<RunningService> {
  const args = [join(plan.folder, FILES.gateway), plan.jobs, plan.seed, plan.restarts].map(String);
  const child = fork(fileURLToPath(new URL('gateway/process.ts', import.meta.url)), args, {
    execArgv: ['--conditions=eventbridge-kit', '--import', 'tsx', '--no-warnings'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The gateway ended with ${String(code)} when it started.`)));
    child.on('message', (message: GatewayMessage) => {
      if ('port' in message) resolve(message.port);
      else onEnded(message.ended);
    });
  });
  return { address: `grpc://127.0.0.1:${port}`, child };
}

/** The local bus by its own command, with its faults and its ledger. */
export async function startBus({ seed, folder }: SoakPlan): Promise<RunningService> {
  const faults = BUS_FAULTS.flatMap((fault) => ['--fault', fault]);
  const args = [
    '--port',
    '0',
    '--quiet',
    '--bus',
    CLOSED_BUS,
    '--seed',
    String(seed),
    '--ledger',
    join(folder, FILES.bus),
    ...faults,
  ];
  const child = spawn(process.execPath, [join(root, 'local-bus/bin/cli.js'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The local bus ended with ${String(code)} when it started.`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Listening on (\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { address, child };
}

export interface WorkerSettings {
  readonly name: string;
  /** The worker's command. */
  readonly bin: string;
  readonly gateway: string;
  readonly bus: string;
  readonly folder: string;
}

/** A worker by its own command; its log goes to a file of the run's folder. */
export function startWorker({ name, bin, gateway, bus, folder }: WorkerSettings): ChildProcess {
  const log = openSync(join(folder, `${name}.log`), 'a');
  const settings = {
    'worker-name': name,
    'job-types': JOB_TYPE,
    'max-active-jobs': 200,
    'job-timeout-ms': JOB_TIMEOUT_MS,
    'drain-timeout-ms': DRAIN_TIMEOUT_MS,
    'aws-request-timeout-ms': AWS_REQUEST_TIMEOUT_MS,
    'grpc-address': gateway,
    'aws-endpoint': bus,
    'log-level': 'info',
  };
  return spawn(process.execPath, [bin, ...Object.entries(settings).map(([flag, value]) => `--${flag}=${value}`)], {
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      SECRET_AWS_ACCESS_KEY: DEFAULT_ACCESS_KEY.accessKeyId,
      SECRET_AWS_SECRET_KEY: DEFAULT_ACCESS_KEY.secretAccessKey,
    },
  });
}

/** Ends a process and waits for it. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
