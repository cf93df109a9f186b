import { createAgents } from '../network/agents.ts';
import type { TlsSettings } from '../network/tls.ts';
import { createAuthorization, type CamundaAuthSettings } from './auth.ts';
import { DEFAULT_GRPC_ADDRESS, parseGrpcAddress } from './grpc/address.ts';
import { connectGrpc } from './grpc/grpc-connection.ts';
import type { CamundaConnection } from './job-port.ts';
import { chooseProtocol, type Protocol } from './protocol.ts';
import { DEFAULT_REST_ADDRESS, parseRestAddress } from './rest/address.ts';
import { connectRest } from './rest/rest-connection.ts';

export interface ConnectOptions {
  /** Default: that of the address that is set, gRPC where both are or none is. */
  readonly protocol?: Protocol | undefined;
  /** gRPC gateway of Camunda 8.6 or newer, default `grpc://localhost:26500`; `grpcs://` for TLS. */
  readonly grpcAddress?: string | undefined;
  /** REST gateway of Camunda 8.8 or newer, default `http://localhost:8080`. */
  readonly restAddress?: string | undefined;
  /** How to authenticate at Camunda, default not at all. */
  readonly auth?: CamundaAuthSettings;
  /** Certificates for `grpcs://` and `https://`, the issuer of OAuth tokens included; default the system's. */
  readonly tls?: TlsSettings;
}

/** HTTP connections to Camunda and the issuer at a time; more calls wait for one. */
const MAX_SOCKETS = 100;

/** Makes the connection to Camunda; nothing is called yet. Throws a `TypeError` for an address that cannot be used. */
export function connectCamunda(options: ConnectOptions): CamundaConnection {
  const protocol = chooseProtocol(options);
  switch (protocol) {
    case 'grpc': {
      const address = parseGrpcAddress(options.grpcAddress ?? DEFAULT_GRPC_ADDRESS);
      if (!address.ok) throw new TypeError(address.message);
      const { connection, authorization } = common(options);
      const { text, target, secure } = address;
      return connectGrpc({ address: text, target, authorization, ...(secure && { tls: connection.tls }) });
    }
    case 'rest': {
      const address = parseRestAddress(options.restAddress ?? DEFAULT_REST_ADDRESS);
      if (!address.ok) throw new TypeError(address.message);
      const { connection, authorization } = common(options);
      return connectRest({ url: address.url, authorization, ...connection });
    }
    default:
      return protocol satisfies never;
  }
}

function common({ auth = {}, tls = {} }: ConnectOptions) {
  const connection = { agents: createAgents({ maxSockets: MAX_SOCKETS }), tls };
  return { connection, authorization: createAuthorization(auth, connection) };
}
