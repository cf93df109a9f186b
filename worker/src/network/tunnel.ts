import { HttpsProxyAgent } from 'https-proxy-agent';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { proxyDown, proxyRefused } from './proxy-error.ts';
import type { Proxy } from './proxy.ts';

/** The type that tells a connection's options apart from those of a pool. */
export type TunnelOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

/** The status of a tunnel that is open. */
const OPEN = 200;

/** A connection through a proxy, with TLS in it. Rejects with a `ProxyError` where the proxy does not open it. */
export async function openTunnel(proxy: Proxy, request: ClientRequest, options: TunnelOptions): Promise<Socket> {
  let status = OPEN;
  request.once('proxyConnect', (answer: { readonly statusCode: number }) => {
    status = answer.statusCode;
  });
  const agent = new HttpsProxyAgent(proxy.url, { keepAlive: true });
  const socket = await agent
    .connect(request, options)
    .catch((error: unknown) => Promise.reject(proxyDown(proxy.target, error)));
  if (status === OPEN) return socket;
  // The library hands the proxy's refusal on as if it were the answer of whom the request is for.
  socket.destroy();
  throw proxyRefused(proxy.target, status);
}
