export { corsHeaders, hasToken, refusedCaller } from './caller.ts';
export type { CallerRefusal, CallerRules, HeaderList } from './caller.ts';
export { listenAt, listenNear, stopServer } from './listen.ts';
export { isLoopbackHost, LOOPBACK_ADDRESS } from './loopback.ts';
export { readBody, readJsonBody } from './read-body.ts';
export type { JsonBody, JsonBodyRules } from './read-body.ts';
export { send, sendJson } from './send.ts';
export { createHttpServer, targetOf } from './server.ts';
export type { Serve } from './server.ts';
