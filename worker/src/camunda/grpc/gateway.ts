import {
  Client,
  credentials,
  Metadata,
  type ChannelCredentials,
  type ClientReadableStream,
  type MethodDefinition,
} from '@grpc/grpc-js';
import type { TlsSettings } from '../../network/tls.ts';
import type { Authorization, AuthorizationHeaders } from '../authorization.ts';
import type { CamundaError } from '../camunda-error.ts';
import { loadGatewayService } from './service.ts';
import { fromGrpcError } from './status.ts';
import { routeTo, type Route } from './route.ts';

export interface GatewayOptions {
  /** Host and port. */
  readonly target: string;
  /** Absent: no TLS. */
  readonly tls?: TlsSettings;
  readonly authorization: Authorization;
}

export type GatewayMethod =
  'CompleteJob' | 'FailJob' | 'ThrowError' | 'UpdateJobTimeout' | 'Topology' | 'ActivateJobs' | 'StreamActivatedJobs';

type Methods = Readonly<Record<GatewayMethod, MethodDefinition<object, object>>>;

// Within what the gateway allows by default, one ping in 30 s: more often ends the connection.
// https://docs.camunda.io/docs/self-managed/components/orchestration-cluster/zeebe/configuration/gateway/ (minKeepAliveInterval)
const KEEP_ALIVE_MS = 45_000;
const KEEP_ALIVE_TIMEOUT_MS = 20_000;
// A response carries at most the cluster's maxMessageSize, 4 MB by default; operators raise it.
const MAX_RECEIVE_BYTES = 64 * 1024 * 1024;
/** The channel's own reconnecting; the worker's backoff stands above it. */
const CHANNEL_MAX_RECONNECT_MS = 5_000;

/** Raw calls to the gateway, on Camunda's own proto file. Failures are `CamundaError`s. */
export class Gateway {
  readonly #client: Client;
  readonly #methods: Methods;
  readonly #authorization: Authorization;
  readonly #route: Route;
  /** Those of the last call, and what was made of them: most calls have the same. */
  #headers: AuthorizationHeaders = {};
  #metadata = new Metadata();

  constructor({ target, tls, authorization }: GatewayOptions) {
    // The proto file has every method of the type.
    this.#methods = loadGatewayService() as unknown as Methods;
    this.#authorization = authorization;
    this.#route = routeTo(target, tls !== undefined);
    this.#client = new Client(this.#route.target, channelCredentials(tls), {
      ...this.#route.options,
      'grpc.keepalive_time_ms': KEEP_ALIVE_MS,
      'grpc.keepalive_timeout_ms': KEEP_ALIVE_TIMEOUT_MS,
      'grpc.keepalive_permit_without_calls': 1,
      'grpc.max_receive_message_length': MAX_RECEIVE_BYTES,
      'grpc.initial_reconnect_backoff_ms': 100,
      // Nobody reads the library's own statistics of each call.
      'grpc.enable_channelz': 0,
      'grpc.max_reconnect_backoff_ms': CHANNEL_MAX_RECONNECT_MS,
    });
  }

  call<Response>(name: GatewayMethod, request: object, timeoutMs: number): Promise<Response> {
    const headers = this.#authorization.headers();
    if (headers instanceof Promise) return headers.then((known) => this.#call(name, request, timeoutMs, known));
    return this.#call(name, request, timeoutMs, headers);
  }

  #call<Response>(
    name: GatewayMethod,
    request: object,
    timeoutMs: number,
    headers: AuthorizationHeaders,
  ): Promise<Response> {
    const { path, requestSerialize, responseDeserialize } = this.#methods[name];
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        this.#metadataOf(headers),
        { deadline: Date.now() + timeoutMs },
        (error, response) => {
          if (error !== null) reject(this.failure(error));
          // The proto file decides the shape; ./messages.ts repeats what is read of it.
          else resolve(response as Response);
        },
      );
    });
  }

  /** @param timeoutMs absent: as long as it lasts */
  async stream(name: GatewayMethod, request: object, timeoutMs?: number): Promise<ClientReadableStream<object>> {
    const { path, requestSerialize, responseDeserialize } = this.#methods[name];
    const metadata = this.#metadataOf(await this.#authorization.headers());
    return this.#client.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata, {
      deadline: timeoutMs === undefined ? Infinity : Date.now() + timeoutMs,
    });
  }

  /** A failed call in the worker's words. */
  failure(error: unknown): CamundaError {
    const failure = this.#route.explain(fromGrpcError(error));
    if (failure.code === 'UNAUTHENTICATED') this.#authorization.refused();
    return failure;
  }

  close(): void {
    this.#client.close();
  }

  /** The library copies it for each call. */
  #metadataOf(headers: AuthorizationHeaders): Metadata {
    if (headers !== this.#headers) {
      this.#headers = headers;
      this.#metadata = new Metadata();
      for (const [name, value] of Object.entries(headers)) this.#metadata.set(name.toLowerCase(), value);
    }
    return this.#metadata;
  }
}

function channelCredentials(tls: TlsSettings | undefined): ChannelCredentials {
  if (tls === undefined) return credentials.createInsecure();
  return credentials.createSsl(tls.rootCerts ?? null, tls.privateKey ?? null, tls.certChain ?? null);
}
