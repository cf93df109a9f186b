import type { CamundaConnection } from '../../../worker/src/camunda/job-port.ts';
import type { JobEnd } from '../camunda/model-engine.ts';

/** A job that a case asks for; each host makes it its own way. */
export interface WantedJob {
  /** Default: the default tenant. */
  readonly tenantId?: string;
}

/** What every job of the conformance process carries, whatever the host. */
export const CONFORMANCE_JOB = {
  processId: 'conformance',
  elementId: 'task',
  retries: 3,
  headers: { retryBackoff: 'PT5S', text: 'Größe "1"' },
  /** FEEL that makes the variables, and what it makes. */
  inputs: [
    { target: 'input.source', feel: '="com.example"', json: '"com.example"' },
    { target: 'input.detail.id', feel: '=9223372036854775807', json: '9223372036854775807' },
    { target: 'configuration.region', feel: '="eu-central-1"', json: '"eu-central-1"' },
    { target: 'other', feel: '="not asked for"', json: '"not asked for"' },
  ],
  variables:
    '{"input":{"source":"com.example","detail":{"id":9223372036854775807}},' +
    '"configuration":{"region":"eu-central-1"},"other":"not asked for"}',
} as const;

/** A Camunda, or what stands for one, with a connection to it. */
export interface ConformanceScene {
  readonly connection: CamundaConnection;
  /** Makes a job of this type ready. */
  createJob(type: string, job?: WantedJob): Promise<void>;
  /** How the job ended, as the engine has it; waits for it where that takes time. Absent: the engine does not tell. */
  readonly endOf?: (jobKey: string) => Promise<JobEnd>;
  /** Lets so much of the engine's time pass. */
  advance(byMs: number): Promise<void>;
  /** Makes the engine busy, or not. */
  setBusy(busy: boolean): void;
  stopGateway(): Promise<void>;
  startGateway(): Promise<void>;
  close(): Promise<void>;
}

export type CaseName =
  | 'waits for a job'
  | 'other tenants'
  | 'foreign tenant'
  | 'fails a job until its backoff is over'
  | 'fails a job with variables'
  | 'extends the time of a job'
  | 'back-pressure'
  | 'restart';

export interface ConformanceHost {
  readonly name: string;
  readonly version: RegExp;
  /** Cases that this host cannot show, each with the reason for who reads it here; the table of `test:engine` has no cell for them. */
  readonly exceptions: Readonly<Partial<Record<CaseName, string>>>;
  start(): Promise<ConformanceScene>;
}
