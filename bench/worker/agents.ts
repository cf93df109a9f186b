import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Pools as the worker has them. */
export function createAgents() {
  const pool = { keepAlive: true, maxSockets: 50 };
  return { http: new HttpAgent(pool), https: new HttpsAgent(pool) };
}
