import { BlockList, isIP } from 'node:net';

/**
 * True for a host that `NO_PROXY` names in one of the forms that other programs take and `proxy-from-env` does not: a domain
 * without a leading dot for all hosts below it, and a block of IP addresses. Names are not looked up, so that a block holds
 * for addresses alone.
 */
// https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config (NoProxy)
export function isInNoProxy(host: string, noProxy: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  const items = noProxy.toLowerCase().split(/[,\s]+/);
  return items.some((item) =>
    item.includes('/') ? isInBlock(name, item) : /^[a-z0-9]/.test(item) && name.endsWith(`.${item}`),
  );
}

function isInBlock(host: string, block: string): boolean {
  const [start = '', bits = ''] = block.split('/');
  const family = isIP(start);
  const size = /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
  if (family === 0 || family !== isIP(host) || size > (family === 4 ? 32 : 128)) return false;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(start, size, type);
  return list.check(host, type);
}
