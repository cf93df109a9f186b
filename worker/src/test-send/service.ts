import { randomBytes } from 'node:crypto';
import { createHttpServer, listenNear, LOOPBACK_ADDRESS, stopServer } from '@eventbridge-kit/node-kit/http';
import { createTestSendHandler, type TestSendOptions } from './handler.ts';
import { TEST_SEND_OPTIONS } from './options.ts';

export interface TestSendServiceOptions extends TestSendOptions {
  /** Default 4700; where it is in use, the next free one. 0: any. */
  readonly port?: number | undefined;
  /** Default a random one; pages without an address (`null` in `allowedOrigins`) are served with a random one alone. */
  readonly token?: string | undefined;
}

/** A running test-send service. */
export interface TestSendService {
  /** Where to send the `POST`, for example `http://127.0.0.1:4700`. */
  readonly url: string;
  readonly port: number;
  /** What callers send as `Authorization: Bearer TOKEN`. */
  readonly token: string;
  stop(): Promise<void>;
}

/** Starts the test-send service on 127.0.0.1. */
export async function startTestSendService(options: TestSendServiceOptions = {}): Promise<TestSendService> {
  const { port: wanted = TEST_SEND_OPTIONS.port.default, token = randomBytes(24).toString('base64url') } = options;
  const handler = createTestSendHandler({ ...options, token });
  const server = createHttpServer(handler);
  const port = await listenNear(server, wanted);
  return {
    url: `http://${LOOPBACK_ADDRESS}:${port}`,
    port,
    token,
    stop: async () => {
      await stopServer(server);
      handler.close();
    },
  };
}
