/**
 * A scripted gateway of Camunda 8 in a process of its own. It hands out jobs of one task as fast as a worker takes them,
 * by streams and by polls, and counts their ends; it checks and keeps nothing, so that it is not what limits the workers.
 */
import { Server, ServerCredentials, type sendUnaryData, type ServerWritableStream } from '@grpc/grpc-js';
import { loadGatewayService } from '../../worker/src/camunda/grpc/service.ts';
import { HEADERS, jobVariables } from '../engine/diagram.ts';

/** From the benchmark: so many more jobs of this type; answered by the jobs that have ended so far. */
export interface GatewayCommand {
  readonly give?: { readonly type: string; readonly jobs: number };
}

export interface GatewayCounts {
  readonly completed: number;
  readonly failed: number;
  /** What the first failed job was told, if one was. */
  readonly failure?: string;
}

/** Told once, when it listens. */
export interface GatewayStarted {
  readonly port: number;
}

/** The request messages of Camunda's `zeebe.proto`, as far as they are read here. */
interface JobsRequest {
  readonly type: string;
  readonly timeout: string;
  readonly maxJobsToActivate?: number;
  readonly requestTimeout?: string;
}
interface FailRequest {
  readonly errorMessage: string;
}

interface Poll {
  readonly maxJobs: number;
  /** Ends the poll with these jobs. */
  answer(jobs: readonly object[]): void;
}
interface Stream {
  readonly timeoutMs: number;
  open: number;
  push(job: object): void;
}
interface Queue {
  readonly type: string;
  waiting: number;
  readonly streams: Set<Stream>;
  readonly polls: Set<Poll & { readonly timeoutMs: number }>;
}

/** Jobs that a stream has in work at most, as the engine's flow control would hold back a worker that lags. */
const MAX_OPEN_JOBS = 500;
/** Keys as an engine's first partition makes them. */
const FIRST_KEY = 2_251_799_813_685_249n;

const customHeaders = JSON.stringify(HEADERS);
const variables = JSON.stringify(jobVariables());
const queues = new Map<string, Queue>();
let key = FIRST_KEY;
let counts: GatewayCounts = { completed: 0, failed: 0 };
/** Which stream a job in work came by. */
const byStream = new Map<string, Stream>();

const server = new Server();
server.addService(loadGatewayService(), {
  Topology: (_call: unknown, respond: sendUnaryData<object>) => respond(null, { gatewayVersion: '8.8.0' }),
  ActivateJobs: activate,
  StreamActivatedJobs: stream,
  CompleteJob: (call: { request: { jobKey: string } }, respond: sendUnaryData<object>) => {
    counts = { ...counts, completed: counts.completed + 1 };
    end(call.request.jobKey);
    respond(null, {});
  },
  FailJob: (call: { request: FailRequest & { jobKey: string } }, respond: sendUnaryData<object>) => {
    counts = { ...counts, failed: counts.failed + 1, failure: counts.failure ?? call.request.errorMessage };
    end(call.request.jobKey);
    respond(null, {});
  },
  UpdateJobTimeout: (_call: unknown, respond: sendUnaryData<object>) => respond(null, {}),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.send?.({ port } satisfies GatewayStarted);
});

process.on('message', ({ give }: GatewayCommand) => {
  if (give !== undefined) {
    const queue = queueOf(give.type);
    queue.waiting += give.jobs;
    handOut(queue);
  }
  process.send?.(counts);
});
process.on('disconnect', () => process.exit(0));

function queueOf(type: string): Queue {
  const found = queues.get(type) ?? { type, waiting: 0, streams: new Set(), polls: new Set() };
  queues.set(type, found);
  return found;
}

function handOut(queue: Queue): void {
  for (const own of queue.streams) {
    while (queue.waiting > 0 && own.open < MAX_OPEN_JOBS) {
      queue.waiting -= 1;
      own.open += 1;
      const job = nextJob(queue.type, own.timeoutMs);
      byStream.set(job.key, own);
      own.push(job);
    }
  }
  for (const poll of queue.polls) {
    if (queue.waiting === 0) return;
    poll.answer(take(queue, poll.maxJobs, poll.timeoutMs));
  }
}

function take(queue: Queue, maxJobs: number, timeoutMs: number): object[] {
  const count = Math.min(queue.waiting, maxJobs);
  queue.waiting -= count;
  return Array.from({ length: count }, () => nextJob(queue.type, timeoutMs));
}

function nextJob(type: string, timeoutMs: number) {
  const text = String(key);
  key += 1n;
  return {
    key: text,
    type,
    processInstanceKey: text,
    bpmnProcessId: 'bench',
    processDefinitionVersion: 1,
    processDefinitionKey: '1',
    elementId: 'Task',
    elementInstanceKey: text,
    customHeaders,
    worker: 'bench',
    retries: 3,
    deadline: String(Date.now() + timeoutMs),
    variables,
    tenantId: '<default>',
  };
}

function end(jobKey: string): void {
  const own = byStream.get(jobKey);
  if (own === undefined) return;
  byStream.delete(jobKey);
  own.open -= 1;
  for (const queue of queues.values()) if (queue.streams.has(own)) handOut(queue);
}

function activate(call: ServerWritableStream<JobsRequest, object>): void {
  const { type, timeout, maxJobsToActivate: maxJobs = 1, requestTimeout = '0' } = call.request;
  const queue = queueOf(type);
  const poll = {
    maxJobs,
    timeoutMs: Number(timeout),
    answer: (jobs: readonly object[]): void => {
      clearTimeout(timer);
      queue.polls.delete(poll);
      if (jobs.length > 0) call.write({ jobs });
      call.end();
    },
  };
  const timer = setTimeout(() => poll.answer([]), Math.max(0, Number(requestTimeout)));
  call.on('cancelled', () => {
    clearTimeout(timer);
    queue.polls.delete(poll);
  });
  queue.polls.add(poll);
  handOut(queue);
}

function stream(call: ServerWritableStream<JobsRequest, object>): void {
  const { type, timeout } = call.request;
  const queue = queueOf(type);
  const own: Stream = { timeoutMs: Number(timeout), open: 0, push: (job) => call.write(job) };
  queue.streams.add(own);
  call.on('cancelled', () => close(queue, own));
  call.on('close', () => close(queue, own));
  handOut(queue);
}

/** Its worker is gone: what it had in work waits for another one. */
function close(queue: Queue, own: Stream): void {
  if (!queue.streams.delete(own)) return;
  for (const [jobKey, stream] of byStream) if (stream === own) byStream.delete(jobKey);
  queue.waiting += own.open;
  own.open = 0;
  handOut(queue);
}
