import fc from 'fast-check';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { GOOD_ENTRY, put, startBus } from '../../test/harness.ts';
import { signedRequest } from '../../test/sign.ts';
import type { BusAddress } from '../local-bus.ts';

/** Statuses of the answers to what is sent as it is; the connection ends after it. */
function statusesOf({ port }: BusAddress, text: string): Promise<number[]> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    const done = (): void =>
      resolve([...answer.matchAll(/^HTTP\/1\.1 ([0-9]{3}) /gm)].map(([, status]) => Number(status)));
    socket.on('data', (piece: Buffer) => (answer += piece.toString('latin1')));
    socket.on('error', done);
    socket.on('close', done);
  });
}

function nested(open: string, close: string, levels: number): string {
  return open.repeat(levels) + close.repeat(levels);
}

describe('the HTTP surface', () => {
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'CONNECT', 'TRACE', 'X');
  const path = fc.oneof(
    fc.constantFrom(
      '/',
      '//',
      '/_events.json',
      '/_control/faults',
      '/_control/counts',
      '/_control/',
      '/_',
      '*',
      '',
      '/..//_events.json',
    ),
    fc.webUrl(),
    fc.webPath(),
    fc.string({ unit: 'binary-ascii', maxLength: 20 }).map((text) => `/${text}`),
  );
  const query = fc.oneof(
    fc.constant(''),
    fc.constantFrom(
      '?id=x',
      '?id=1e999',
      '?after=-1',
      '?after=NaN',
      '?status=x&status=y',
      '?%',
      '?a=%ff&a=b',
      '?lastEventId=:::',
      '?__proto__=x',
    ),
  );
  const name = fc.constantFrom(
    ...['Host', 'Origin', 'Authorization', 'Content-Type', 'X-Amz-Target', 'X-Amz-Date', 'X-Amz-Security-Token'],
    ...[
      'Content-Length',
      'Transfer-Encoding',
      'Expect',
      'Connection',
      'Upgrade',
      'Last-Event-ID',
      '__proto__',
      'Cookie',
    ],
  );
  const value = fc.oneof(
    fc.constantFrom(
      ...[
        '127.0.0.1',
        'application/x-amz-json-1.1',
        'application/x-www-form-urlencoded',
        'AWSEvents.PutEvents',
        'chunked',
      ],
      ...['20260230T990000Z', '99991231T235959Z', '0', '5', '-1', '100-continue', 'close', 'websocket', 'TOKEN'],
      ...[
        'AWS4-HMAC-SHA256',
        'AWS4-HMAC-SHA256 Credential=//, SignedHeaders=;, Signature=',
        'AWS4-ECDSA-P256-SHA256 Credential=a/b,Signature=00,SignedHeaders=host',
      ],
    ),
    fc.string({ maxLength: 30 }),
  );
  const body = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.json({ maxDepth: 3 }),
    fc.constantFrom(
      '{"kind":"http","status":1e999}',
      '{"kind":{"a":[]}}',
      '{"kind":"entry","nth":[]}',
      nested('[', ']', 30_000),
      nested('{"kind":', '}', 5000),
    ),
  );

  it('answers whatever comes, and never by 500', async () => {
    const { address, bus, client } = await startBus({ controlToken: 'token-of-the-fuzz' });
    const request = fc.tuple(
      method,
      path,
      query,
      fc.array(fc.tuple(name, value), { maxLength: 6 }),
      fc.boolean(),
      body,
    );
    await fc.assert(
      fc.asyncProperty(request, fc.nat(), async ([verb, target, search, headers, isWhole, content], cutAt) => {
        const lines = [
          ['Host', '127.0.0.1'],
          ...(isWhole
            ? [
                ['Authorization', 'Bearer token-of-the-fuzz'],
                ['Content-Length', String(Buffer.byteLength(content))],
              ]
            : []),
          ...headers,
        ].map(([header, text = '']) => `${header ?? ''}: ${text.replace('TOKEN', 'Bearer token-of-the-fuzz')}\r\n`);
        const whole = `${verb} ${target}${search} HTTP/1.1\r\n${lines.join('')}\r\n${content}`;
        const text = isWhole || cutAt % 2 === 0 ? whole : whole.slice(0, cutAt % (whole.length + 1));
        for (const status of await statusesOf(address, text)) expect([text, status >= 500]).toEqual([text, false]);
        bus.clearFaults();
      }),
      { numRuns: 250 },
    );
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
  });

  const OPERATIONS = [
    ...['PutEvents', 'CreateEventBus', 'DescribeEventBus', 'ListEventBuses', 'DeleteEventBus'],
    ...['PutRule', 'DescribeRule', 'ListRules', 'DeleteRule', 'TestEventPattern'],
  ];
  const MEMBERS = [
    ...['Entries', 'EndpointId', 'Name', 'Description', 'NamePrefix', 'Limit', 'NextToken', 'EventBusName'],
    ...['EventPattern', 'State', 'ScheduleExpression', 'Event', '__proto__', 'constructor'],
  ];

  it('answers whatever a signed call holds, and never by 500', async () => {
    const { address } = await startBus();
    const deep = fc.constantFrom(
      ...[10, 1000, 1001, 3000, 20_000].flatMap((levels) => [
        nested('[', ']', levels),
        nested('{"a":', '1}', levels),
        nested('{"$or":[', ']}', levels),
      ]),
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      deep,
      fc.constantFrom(
        'default',
        '{"a":[1]}',
        '{"id":"","account":"","source":"","time":"","region":"","detail-type":""}',
      ),
    );
    const member = fc.oneof(fc.jsonValue(), text);
    const entry = fc.dictionary(
      fc.constantFrom('Source', 'DetailType', 'Detail', 'Resources', 'Time', 'EventBusName'),
      member,
    );
    const input = fc.dictionary(fc.constantFrom(...MEMBERS), fc.oneof(member, fc.array(entry, { maxLength: 3 })), {
      maxKeys: 4,
    });
    const call = fc.oneof(
      input.map((value) => JSON.stringify(value)),
      deep,
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...OPERATIONS), call, async (operation, content) => {
        const reply = await signedRequest(address, {
          body: content,
          headers: { 'x-amz-target': `AWSEvents.${operation}` },
        });
        expect([operation, content, reply.status >= 500]).toEqual([operation, content, false]);
      }),
      { numRuns: 150 },
    );
  });
});
