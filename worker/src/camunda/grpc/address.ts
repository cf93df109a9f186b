import { foundAddress } from '@eventbridge-kit/issue';

/** A gateway's gRPC address, read. */
export type GrpcAddress =
  | { readonly ok: true; readonly target: string; readonly secure: boolean; readonly text: string }
  | { readonly ok: false; readonly message: string };

// https://docs.camunda.io/docs/self-managed/components/orchestration-cluster/zeebe/configuration/gateway/ (port)
const DEFAULT_PORT = 26500;
const DEFAULT_TLS_PORT = 443;

/** Where a gateway is when nothing is said. */
export const DEFAULT_GRPC_ADDRESS = `grpc://localhost:${DEFAULT_PORT}`;

/** Schemes by whether they use TLS: Camunda's SDK for JavaScript writes grpc and grpcs, its Java client http and https. */
const SCHEMES: Readonly<Record<string, boolean>> = { 'grpc:': false, 'http:': false, 'grpcs:': true, 'https:': true };

/**
 * Reads an address like `grpc://localhost:26500` or `grpcs://cluster.example:443`. Without a scheme it must say by its
 * port or its host that it is one with TLS, as `ID.REGION.zeebe.camunda.io:443` of Camunda's console does.
 */
export function parseGrpcAddress(text: string): GrpcAddress {
  const problem = (): GrpcAddress => ({
    ok: false,
    message:
      `The gRPC address cannot be used: found ${foundAddress(text.trim())}. ` +
      'Write grpc://HOST:26500, or grpcs://HOST:443 for TLS.',
  });
  const match = /^(?:([a-z]+:)\/\/)?(\[[0-9a-fA-F:]+\]|[^/:@?#\s]+)(?::(\d{1,5}))?\/?$/.exec(text.trim());
  const [, scheme, host, portText] = match ?? [];
  if (host === undefined) return problem();
  const isSaas = portText === '443' || (portText === undefined && host.endsWith('.camunda.io'));
  const secure = scheme === undefined ? isSaas || undefined : SCHEMES[scheme];
  if (secure === undefined) return problem();
  const port = portText === undefined ? (secure ? DEFAULT_TLS_PORT : DEFAULT_PORT) : Number(portText);
  if (port < 1 || port > 65_535) return problem();
  const target = `${host}:${port}`;
  return { ok: true, target, secure, text: `${secure ? 'grpcs' : 'grpc'}://${target}` };
}
