import { Agent as AsyncAgent, type AgentConnectOpts } from 'agent-base';
import { Agent as HttpAgent, type AgentOptions, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, type PeerCertificate } from 'node:tls';
import { PROXY_VARIABLES, proxyFor } from './proxy.ts';

/** Pools of connections, by the scheme of an address. */
export interface Agents {
  readonly http: HttpAgent;
  /** For TLS; one through a proxy is no `https.Agent`. */
  readonly https: HttpAgent;
}

/** Pools of kept-alive connections. Where the environment names a proxy, TLS goes through it, host by host. */
export function createAgents({ maxSockets }: { readonly maxSockets: number }): Agents {
  const pool = { keepAlive: true, maxSockets };
  const isProxySet = PROXY_VARIABLES.some((name) => (process.env[name] ?? '') !== '');
  return { http: new HttpAgent(pool), https: isProxySet ? new EnvironmentProxyAgent(pool) : new HttpsAgent(pool) };
}

/** A pool for TLS that asks the environment for each new connection whether it goes through a proxy. */
class EnvironmentProxyAgent extends AsyncAgent {
  constructor(pool: AgentOptions) {
    super(pool);
    this.protocol = 'https:';
  }

  /** It serves no other; the library's own guess looks for the caller on the stack. */
  override isSecureEndpoint(): boolean {
    return true;
  }

  override async connect(request: ClientRequest, options: AgentConnectOpts): Promise<Socket> {
    const host = options.host ?? '';
    const proxy = proxyFor(`${isIP(host) === 6 ? `[${host}]` : host}:${String(options.port)}`);
    if (proxy === undefined) return connectTls({ ...options, ...(isIP(host) === 0 && { servername: host }) });
    // The library forgets an IP address when it compares it with the certificate.
    const compare = (_name: string, certificate: PeerCertificate) => checkServerIdentity(host, certificate);
    const tunnelled = { ...options, ...(isIP(host) !== 0 && { checkServerIdentity: compare }) };
    // Loaded here: most workers have no proxy, and none should wait for its library at the start.
    const { openTunnel } = await import('./tunnel.ts');
    return openTunnel(proxy, request, tunnelled);
  }
}
