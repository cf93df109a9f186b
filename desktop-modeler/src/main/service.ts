/** The thread of the test-send service: starts it, tells the main process where it is, and runs until it is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { startService } from './service-server.ts';
import type { ThreadData } from './supervisor.ts';

const { token } = workerData as ThreadData; // handed over by the supervisor

void startService({ token, env: process.env }).then(({ url }) => parentPort?.postMessage({ url }));
