import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { fileURLToPath } from 'node:url';

/**
 * Camunda's gRPC service. `zeebe.proto` is the one of `@camunda8/sdk` 8.8.13, unchanged; the file has no licence line of
 * its own, and its package states Apache-2.0. A test compares it with the published one.
 */
export function loadGatewayService(): ServiceDefinition {
  const file = fileURLToPath(new URL('./zeebe.proto', import.meta.url));
  const definition = loadSync(file, { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true });
  // loadSync's type does not tell a service from a message; the name is the service's.
  return definition['gateway_protocol.Gateway'] as unknown as ServiceDefinition;
}
