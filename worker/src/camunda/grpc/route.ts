import type { ChannelOptions } from '@grpc/grpc-js';
import { proxyDown, proxyRefused } from '../../network/proxy-error.ts';
import { proxyFor } from '../../network/proxy.ts';
import { fromProxyError, type CamundaError } from '../camunda-error.ts';
import { watchProxy } from './proxy-watch.ts';
import { NO_CONNECTION } from './status.ts';

/** How the gateway is reached. */
export interface Route {
  /** Host and port to connect to. */
  readonly target: string;
  readonly options: ChannelOptions;
  /** A failure, with what the proxy answered. */
  explain(failure: CamundaError): CamundaError;
}

/**
 * Directly, or through the proxy of the environment: the library's own look at it knows small letters alone. Throws a
 * `TypeError` for a proxy that cannot be used.
 */
export function routeTo(target: string, secure: boolean): Route {
  const direct = { 'grpc.enable_http_proxy': 0 };
  const proxy = secure ? proxyFor(target) : undefined;
  if (proxy === undefined) return { target, options: direct, explain: (failure) => failure };
  if (proxy.url.protocol !== 'http:') {
    throw new TypeError(
      'HTTPS_PROXY cannot be used for gRPC: found an https:// address. Write http://HOST:PORT, or take --protocol rest.',
    );
  }
  // Brackets around an IPv6 address are not repeated by the library.
  const lastProblem = watchProxy(target.replace(/^\[(.*)\]/, '$1'));
  return {
    target: proxy.target,
    options: {
      ...direct,
      'grpc.http_connect_target': `dns:${target}`,
      'grpc.default_authority': target,
      ...(proxy.credentials !== undefined && { 'grpc.http_connect_creds': proxy.credentials }),
    },
    explain: (failure) => {
      if (failure.message.includes(`dns:${proxy.target}`))
        return fromProxyError(proxyDown(proxy.target, 'no such host'));
      // All that the library knows of a connection that failed at the proxy.
      const problem = failure.message === NO_CONNECTION ? lastProblem() : undefined;
      if (problem === undefined) return failure;
      return fromProxyError(
        problem.kind === 'refused'
          ? proxyRefused(proxy.target, problem.status)
          : proxyDown(proxy.target, problem.reason),
      );
    },
  };
}
