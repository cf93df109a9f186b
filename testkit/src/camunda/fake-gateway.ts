import type { status } from '@grpc/grpc-js';
import {
  Server,
  ServerCredentials,
  type Metadata,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServerWritableStream,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { loadGatewayService } from '../../../worker/src/camunda/grpc/service.ts';

export interface Call {
  readonly method: string;
  readonly request: Record<string, unknown>;
  readonly headers: Metadata;
}

/** How the gateway answers one method: a message, a gRPC failure, or for streams several messages and then a failure. */
export type Answer =
  | { readonly message: object }
  | { readonly code: status; readonly details: string }
  | { readonly messages: readonly object[]; readonly code?: status }
  | { readonly never: true };

/** Answers a call; a rejection is a bug of the test. */
export type Respond = (method: string, request: Record<string, unknown>, ended: AbortSignal) => Promise<Answer>;

export interface FakeGatewayOptions {
  /** Answers every call, instead of the scripted answers. */
  readonly respond?: Respond;
  readonly credentials?: ServerCredentials;
}

type ServerCall = ServerUnaryCall<object, object> | ServerWritableStream<object, object>;

/** A gateway on this machine that speaks Camunda's gRPC protocol and answers as a test says. */
export class FakeGateway {
  readonly calls: Call[] = [];
  readonly answers = new Map<string, Answer>();
  readonly #options: FakeGatewayOptions;
  #server = new Server();
  address = '';

  constructor(options: FakeGatewayOptions = {}) {
    this.#options = options;
  }

  /** @param address where it listens, default any free port; the one from before to come back after a stop */
  async start(address = '127.0.0.1:0'): Promise<void> {
    this.#server = new Server();
    const service = loadGatewayService();
    const implementation: UntypedServiceImplementation = {};
    for (const [method, { responseStream }] of Object.entries(service)) {
      implementation[method] = responseStream
        ? (call: ServerWritableStream<object, object>): void => void this.#stream(method, call)
        : (call: ServerUnaryCall<object, object>, respond: sendUnaryData<object>): void =>
            void this.#unary(method, call, respond);
    }
    this.#server.addService(service, implementation);
    const port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync(
        address,
        this.#options.credentials ?? ServerCredentials.createInsecure(),
        (error, bound) => {
          if (error === null) resolve(bound);
          else reject(error);
        },
      );
    });
    this.address = `127.0.0.1:${port}`;
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  async #unary(method: string, call: ServerUnaryCall<object, object>, respond: sendUnaryData<object>): Promise<void> {
    const answer = await this.#take(method, call);
    if ('code' in answer && 'details' in answer) respond({ code: answer.code, details: answer.details });
    else if ('message' in answer) respond(null, answer.message);
  }

  async #stream(method: string, call: ServerWritableStream<object, object>): Promise<void> {
    const answer = await this.#take(method, call);
    if (call.cancelled) return;
    if ('never' in answer) return;
    if ('messages' in answer) for (const message of answer.messages) call.write(message);
    const code = 'code' in answer ? answer.code : undefined;
    if (code === undefined) call.end();
    else {
      const details = 'details' in answer ? answer.details : 'scripted';
      call.emit('error', Object.assign(new Error(details), { code, details }));
    }
  }

  async #take(method: string, call: ServerCall): Promise<Answer> {
    const request = { ...call.request };
    this.calls.push({ method, request, headers: call.metadata });
    if (this.#options.respond === undefined) return this.answers.get(method) ?? { message: {} };
    const ended = new AbortController();
    call.on('cancelled', () => ended.abort());
    return this.#options.respond(method, request, ended.signal);
  }
}
