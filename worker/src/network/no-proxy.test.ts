import { describe, expect, it } from 'vitest';
import { isInNoProxy } from './no-proxy.ts';

describe('NO_PROXY', () => {
  it.each([
    ['amazonaws.com', 'events.eu-central-1.amazonaws.com'],
    ['x.example, AmazonAWS.com', 'EVENTS.eu-central-1.amazonaws.com'],
    ['10.0.0.0/8', '10.1.2.3'],
    ['127.0.0.1 192.168.0.0/16', '192.168.7.7'],
    ['fd00::/8', '[fd00:ec2::1]'],
    ['10.1.2.3/32', '10.1.2.3'],
  ])('%s holds for %s', (noProxy, host) => expect(isInNoProxy(host, noProxy)).toBe(true));

  it.each([
    ['', 'events.eu-central-1.amazonaws.com'],
    ['amazonaws.com', 'notamazonaws.com'],
    ['amazonaws.com', 'amazonaws.com.example'],
    ['10.0.0.0/8', '11.0.0.1'],
    ['10.0.0.0/8', '10.example.com'],
    ['10.0.0.0/99', '10.1.2.3'],
    ['10.0.0.0/', '10.1.2.3'],
    ['/8', '10.1.2.3'],
    ['::/0', '10.1.2.3'],
  ])('%s does not hold for %s', (noProxy, host) => expect(isInNoProxy(host, noProxy)).toBe(false));
});
