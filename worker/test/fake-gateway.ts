import type { status } from '@grpc/grpc-js';
import {
  Server,
  ServerCredentials,
  type Metadata,
  type sendUnaryData,
  type ServerUnaryCall,
  type ServerWritableStream,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { createRequire } from 'node:module';

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

/** Camunda's gRPC service, from its own proto file. */
export function loadGatewayService(): ServiceDefinition {
  const file = createRequire(import.meta.url).resolve('@camunda8/sdk/dist/proto/zeebe.proto');
  const definition = loadSync(file, { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true });
  // loadSync's type does not tell a service from a message; the name is the service's.
  return definition['gateway_protocol.Gateway'] as unknown as ServiceDefinition;
}

/** A gateway on this machine that speaks Camunda's gRPC protocol and answers as a test says. */
export class FakeGateway {
  readonly calls: Call[] = [];
  readonly answers = new Map<string, Answer>();
  readonly #server = new Server();
  address = '';

  async start(): Promise<void> {
    const service = loadGatewayService();
    const implementation: UntypedServiceImplementation = {};
    for (const [method, { responseStream }] of Object.entries(service)) {
      implementation[method] = responseStream
        ? (call: ServerWritableStream<object, object>): void => this.#stream(method, call)
        : (call: ServerUnaryCall<object, object>, respond: sendUnaryData<object>): void =>
            this.#unary(method, call, respond);
    }
    this.#server.addService(service, implementation);
    const port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else reject(error);
      });
    });
    this.address = `127.0.0.1:${port}`;
  }

  stop(): void {
    this.#server.forceShutdown();
  }

  #unary(method: string, call: ServerUnaryCall<object, object>, respond: sendUnaryData<object>): void {
    const answer = this.#take(method, call.request, call.metadata);
    if ('code' in answer && 'details' in answer) respond({ code: answer.code, details: answer.details });
    else if ('message' in answer) respond(null, answer.message);
  }

  #stream(method: string, call: ServerWritableStream<object, object>): void {
    const answer = this.#take(method, call.request, call.metadata);
    if ('never' in answer) return;
    if ('messages' in answer) for (const message of answer.messages) call.write(message);
    const code = 'code' in answer ? answer.code : undefined;
    if (code === undefined) call.end();
    else call.emit('error', Object.assign(new Error('scripted'), { code, details: 'scripted' }));
  }

  #take(method: string, request: object, headers: Metadata): Answer {
    this.calls.push({ method, request: { ...request }, headers });
    return this.answers.get(method) ?? { message: {} };
  }
}
