import { describe, expect, it } from 'vitest';
import { parseGrpcAddress } from './address.ts';

describe('a gRPC address', () => {
  it.each([
    ['grpc://localhost:26500', 'localhost:26500', false],
    ['grpc://localhost', 'localhost:26500', false],
    ['http://zeebe:26500', 'zeebe:26500', false],
    ['grpcs://id.bru-2.zeebe.camunda.io:443', 'id.bru-2.zeebe.camunda.io:443', true],
    ['https://zeebe.example/', 'zeebe.example:443', true],
    ['grpc://[::1]:26500', '[::1]:26500', false],
    ['id.bru-2.zeebe.camunda.io:443', 'id.bru-2.zeebe.camunda.io:443', true],
    ['id.bru-2.zeebe.camunda.io', 'id.bru-2.zeebe.camunda.io:443', true],
  ])('%s is %s', (text, target, secure) => {
    expect(parseGrpcAddress(text)).toMatchObject({ ok: true, target, secure });
  });

  it.each([
    '',
    'localhost',
    'localhost:26500',
    'grpc://',
    'ftp://x',
    'grpc://x:0',
    'grpc://x:70000',
    'grpc://a@b',
    'grpc://x/y',
  ])('%j is none, and the message says what to write', (text) => {
    const address = parseGrpcAddress(text);
    expect(address.ok).toBe(false);
    expect(!address.ok && address.message).toContain('grpc://HOST:26500');
  });
});
