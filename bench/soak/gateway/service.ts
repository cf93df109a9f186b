import {
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import { loadGatewayService } from '../../../worker/src/camunda/grpc/service.ts';
import type { JobCommand } from '@eventbridge-kit/testkit/camunda/model-engine';
import { CLOCK_FACTOR } from '../plan.ts';
import type { GatewayFaults } from './faults.ts';
import type { HandOut, JobPoll, JobStream } from './hand-out.ts';
import type { CommandContent, JobBook } from './job-book.ts';

/** The request messages of Camunda's `zeebe.proto`, as far as they are read here. */
interface CommandRequest {
  readonly jobKey: string;
  readonly retries?: number;
  readonly retryBackOff?: string;
  readonly errorMessage?: string;
  readonly errorCode?: string;
  readonly timeout?: string;
}
interface JobsRequest {
  readonly worker: string;
  readonly timeout: string;
  readonly maxJobsToActivate?: number;
  readonly requestTimeout?: string;
}

const COMMANDS: Readonly<Record<string, readonly [JobCommand, (request: CommandRequest) => CommandContent]>> = {
  CompleteJob: ['complete', () => ({})],
  FailJob: [
    'fail',
    ({ retries = 0, retryBackOff = '0', errorMessage = '' }) => ({
      retries,
      message: errorMessage,
      retryBackoffMs: Number(retryBackOff) / CLOCK_FACTOR,
    }),
  ],
  ThrowError: ['throwError', ({ errorCode = '', errorMessage = '' }) => ({ code: errorCode, message: errorMessage })],
  UpdateJobTimeout: ['extend', ({ timeout = '0' }) => ({ timeoutMs: Number(timeout) })],
};

export interface ServiceOptions {
  readonly book: JobBook;
  readonly handOut: HandOut;
  readonly faults: GatewayFaults;
}

/** A gRPC server that answers for the engine; there may be another one after it. */
export interface Service {
  /** The port that it has. */
  readonly port: number;
  /** Ends every call and connection at once. */
  stop(): void;
}

/** @param port 0: any free one */
export async function startService(port: number, options: ServiceOptions): Promise<Service> {
  const server = new Server();
  server.addService(loadGatewayService(), {
    Topology: (_call: unknown, respond: sendUnaryData<object>) => respond(null, { gatewayVersion: '8.6.0' }),
    ActivateJobs: (call: ServerWritableStream<JobsRequest, object>) => activate(call, options),
    StreamActivatedJobs: (call: ServerWritableStream<JobsRequest, object>) => stream(call, options),
    ...Object.fromEntries(
      Object.entries(COMMANDS).map(([method, [command, read]]) => [
        method,
        (call: ServerUnaryCall<CommandRequest, object>, respond: sendUnaryData<object>) =>
          obey(command, call.request.jobKey, read(call.request), respond, options),
      ]),
    ),
  });
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, own) => {
      if (error === null) resolve(own);
      else reject(error);
    });
  });
  return { port: bound, stop: () => server.forceShutdown() };
}

function obey(
  command: JobCommand,
  jobKey: string,
  content: CommandContent,
  respond: sendUnaryData<object>,
  { book, faults }: ServiceOptions,
): void {
  const fate = faults.command();
  if (!fate.effect) {
    respond({ code: status[fate.status], details: 'scripted' });
    return;
  }
  const refusal = book.command(jobKey, command, content, fate.answer);
  if (refusal !== undefined) respond({ code: status[refusal], details: `no such job: ${jobKey}` });
  else if (fate.answer === 'lost') respond({ code: status.UNAVAILABLE, details: 'scripted, after the effect' });
  else if (fate.answer === 'late') setTimeout(() => respond(null, {}), fate.delayMs);
  else if (fate.answer === 'given') respond(null, {});
}

function activate(call: ServerWritableStream<JobsRequest, object>, { handOut, faults }: ServiceOptions): void {
  const fate = faults.poll();
  const refuse = (code: status): void => {
    call.emit('error', Object.assign(new Error('scripted'), { code, details: 'scripted' }));
  };
  if (fate === 'UNAVAILABLE' || fate === 'RESOURCE_EXHAUSTED') {
    refuse(status[fate]);
    return;
  }
  const { worker, timeout, maxJobsToActivate = 1, requestTimeout = '0' } = call.request;
  const poll: JobPoll = {
    worker,
    timeoutMs: Number(timeout),
    maxJobs: maxJobsToActivate,
    answer: (messages) => {
      clearTimeout(timer);
      // The jobs are handed out, and their worker never hears of it.
      if (fate === 'lostAfter') refuse(status.UNAVAILABLE);
      else {
        if (messages.length > 0) call.write({ jobs: messages });
        call.end();
      }
    },
  };
  const waitMs = Number(requestTimeout);
  const timer = setTimeout(() => handOut.serve(poll), Math.max(0, waitMs));
  call.on('cancelled', () => {
    clearTimeout(timer);
    handOut.drop(poll);
  });
  if (waitMs < 0) handOut.serve(poll);
  else handOut.poll(poll);
}

function stream(call: ServerWritableStream<JobsRequest, object>, { handOut, faults }: ServiceOptions): void {
  const { worker, timeout } = call.request;
  const own: JobStream = { worker, timeoutMs: Number(timeout), push: (message) => call.write(message) };
  let isOver = false;
  const end = (): void => {
    isOver = true;
    clearTimeout(timer);
    handOut.close(own);
  };
  const timer = setTimeout(() => {
    end();
    call.emit('error', Object.assign(new Error('scripted'), { code: status.UNAVAILABLE, details: 'scripted' }));
  }, faults.streamLifeMs());
  call.on('drain', () => {
    if (!isOver) handOut.open(own);
  });
  call.on('cancelled', end);
  call.on('close', end);
  call.on('error', end);
  handOut.open(own);
}
