import { ServerCredentials } from '@grpc/grpc-js';
import { connectCamunda, type ConnectOptions } from '../../../worker/src/camunda/connect.ts';
import type { CamundaConnection } from '../../../worker/src/camunda/job-port.ts';
import type { TlsSettings } from '../../../worker/src/network/tls.ts';
import { ModelEngine } from './model-engine.ts';
import { respondFor } from './model-grpc.ts';
import { RestGateway } from './model-rest.ts';
import { FakeGateway } from './fake-gateway.ts';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A gateway with TLS, by either protocol. */
export interface SecureGateway {
  /** Host and port. */
  readonly target: string;
  /** The `authorization` of each call. */
  authorizations(): unknown[];
  connect(options?: ConnectOptions): CamundaConnection;
  stop(): Promise<void>;
}

export interface SecureGatewayOptions {
  readonly certificate: Certificate;
  /** The one client certificate that is let in; absent: none is asked for. */
  readonly client?: Certificate;
}

export async function secureGrpc({ certificate, client }: SecureGatewayOptions): Promise<SecureGateway> {
  const pair = { private_key: Buffer.from(certificate.key), cert_chain: Buffer.from(certificate.cert) };
  const roots = client === undefined ? null : Buffer.from(client.cert);
  const gateway = new FakeGateway({
    respond: respondFor(new ModelEngine()),
    credentials: ServerCredentials.createSsl(roots, [pair], client !== undefined),
  });
  await gateway.start();
  return {
    target: gateway.address,
    authorizations: () => gateway.calls.flatMap(({ headers }) => headers.get('authorization')),
    connect: (options) => connectCamunda({ grpcAddress: `grpcs://${gateway.address}`, ...options }),
    stop: () => {
      gateway.stop();
      return Promise.resolve();
    },
  };
}

export async function secureRest({ certificate, client }: SecureGatewayOptions): Promise<SecureGateway> {
  const gateway = new RestGateway(new ModelEngine(), {
    tls: { ...certificate, ...(client !== undefined && { ca: client.cert, requestCert: true }) },
  });
  await gateway.start();
  return {
    target: gateway.url.replace('https://', ''),
    authorizations: () => gateway.exchanges.map(({ headers }) => headers.authorization),
    connect: (options) => connectCamunda({ restAddress: gateway.url, ...options }),
    stop: () => gateway.stop(),
  };
}

/** Settings that trust a certificate, and show one. */
export function tlsWith(trusted: Certificate, own?: Certificate): TlsSettings {
  return {
    rootCerts: Buffer.from(trusted.cert),
    ...(own !== undefined && { certChain: Buffer.from(own.cert), privateKey: Buffer.from(own.key) }),
  };
}
