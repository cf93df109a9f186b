import { connectCamunda } from '../../../worker/src/camunda/connect.ts';
import type { Engine } from './engine.ts';
import { isSet, namesEngine } from './names-engine.ts';

/** An engine that is not the tests' own: the caller names it as a worker's user would. */
export interface NamedEngine extends Engine {
  /** As its gateway tells it, for example `8.8.9`. */
  readonly version: string;
  /** Base address of its REST gateway, where that is named too. */
  readonly restAddress?: string;
}

/**
 * The engine of `ZEEBE_GRPC_ADDRESS`, which is a plain `grpc://HOST:PORT`, with the REST gateway of
 * `ZEEBE_REST_ADDRESS` if there is one; undefined where none is named. Throws when it does not answer.
 */
export async function findNamedEngine(env: NodeJS.ProcessEnv = process.env): Promise<NamedEngine | undefined> {
  if (!namesEngine(env)) return undefined;
  const address = env['ZEEBE_GRPC_ADDRESS'];
  const restAddress = env['ZEEBE_REST_ADDRESS'];
  const grpcAddress = /^(?:grpc:\/\/)?([^/:@\s]+:\d+)\/?$/.exec(address ?? '')?.[1];
  if (grpcAddress === undefined) {
    throw new Error(
      `ZEEBE_GRPC_ADDRESS must name a gateway without TLS, since the tests deploy over gRPC: found "${address ?? ''}", write grpc://HOST:26500.`,
    );
  }
  const connection = connectCamunda({ grpcAddress: `grpc://${grpcAddress}` });
  try {
    const { gatewayVersion } = await connection.probe();
    return {
      name: `named engine ${gatewayVersion}`,
      version: gatewayVersion,
      grpcAddress,
      ...(isSet(restAddress) && { restAddress }),
      close: () => Promise.resolve(),
    };
  } catch (error) {
    throw new Error(`The engine at ${grpcAddress} (ZEEBE_GRPC_ADDRESS) does not answer: ${String(error)}`, {
      cause: error,
    });
  } finally {
    await connection.close();
  }
}
