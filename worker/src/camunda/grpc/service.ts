import type { MethodDefinition, ServiceDefinition } from '@grpc/grpc-js';
import { readFileSync } from 'node:fs';
import protobuf from 'protobufjs';

/** How a server reads what is asked: 64-bit numbers as text, since a JavaScript number would be rounded. */
const AS_OBJECT: protobuf.IConversionOptions = { longs: String, enums: String, defaults: true, oneofs: true };

/**
 * Camunda's gRPC service. `zeebe.proto` is the one of `@camunda8/sdk` 8.8.13, unchanged; the file has no licence line of
 * its own, and its package states Apache-2.0. A test compares it with the published one. What a message is read and
 * written by is made when the first one comes: most methods are never called.
 */
export function loadGatewayService(): ServiceDefinition {
  // Without it the library gives keys as JavaScript numbers, rounded: another job would be completed.
  const exact: unknown = protobuf.util.Long;
  if (exact === null) throw new Error('The package long, which reads 64-bit keys, is not installed beside protobufjs.');
  const text = readFileSync(new URL('./zeebe.proto', import.meta.url), 'utf8');
  const { root } = protobuf.parse(text, { keepCase: true });
  const { methodsArray } = root.resolveAll().lookupService('gateway_protocol.Gateway');
  return Object.fromEntries(methodsArray.map((method) => [method.name, toDefinition(method)]));
}

function toDefinition(method: protobuf.Method): MethodDefinition<object, object> {
  const { name, requestStream = false, responseStream = false, resolvedRequestType, resolvedResponseType } = method;
  if (resolvedRequestType === null || resolvedResponseType === null) throw new Error(`${name} has no messages.`);
  return {
    path: `/gateway_protocol.Gateway/${name}`,
    requestStream,
    responseStream,
    requestSerialize: writerOf(resolvedRequestType),
    requestDeserialize: (bytes) => resolvedRequestType.toObject(resolvedRequestType.decode(bytes), AS_OBJECT),
    responseSerialize: writerOf(resolvedResponseType),
    // As the library reads it: what a worker does not look at is not turned into text.
    responseDeserialize: (bytes) => resolvedResponseType.decode(bytes),
  };
}

function writerOf(type: protobuf.Type) {
  // In Node the library writes buffers.
  return (message: object): Buffer => type.encode(type.fromObject(message)).finish() as Buffer;
}
