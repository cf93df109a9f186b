import { describe, expect, it } from 'vitest';
import { ForeignAnswer } from './put-events/answer-errors.ts';
import { awsErrorFacts, toConnectorError } from './errors.ts';

const AIM = { eventBusName: 'orders', identity: { region: 'eu-central-1' } };

/** An error as the SDK throws it: what must not be told lies beside what may. */
function awsError(name: string, message: string, status: number): Error {
  return Object.assign(new Error(message), {
    name,
    $metadata: { httpStatusCode: status, requestId: 'request-1' },
    $response: { headers: { authorization: 'Credential=AKIAEXAMPLE000000001', 'x-amz-security-token': 'the-token' } },
  });
}

describe('what is told of an AWS error', () => {
  it('is its name, status, request and the first line of its message', () => {
    const error = awsError(
      'InvalidSignatureException',
      'Wrong.\n\nThe Canonical String was\nx-amz-security-token:the-token',
      403,
    );
    expect(awsErrorFacts(error)).toEqual({
      name: 'InvalidSignatureException',
      status: 403,
      requestId: 'request-1',
      message: 'Wrong.',
    });
    const told = JSON.stringify(toConnectorError(error, AIM));
    expect(told).not.toContain('the-token');
    expect(told).not.toContain('AKIAEXAMPLE');
    expect(told).toContain('request-1');
  });

  it('is cut where it is endless', () => {
    expect(awsErrorFacts(new Error('x'.repeat(5_000))).message.length).toBeLessThan(1_100);
  });

  it('hides a secret before it is cut: wherever it stands, no part of it is left', () => {
    const secret = 'not-to-be-told-in-any-part';
    const hide = (text: string): string => text.replaceAll(secret, '***');
    for (const start of [0, 970, 980, 990, 996, 999, 1_000]) {
      const { message } = toConnectorError(new Error(`${'x'.repeat(start)}${secret} and more`), AIM, hide);
      expect(message).not.toContain('not-');
    }
    const lines = 'one line\nand another';
    const error = toConnectorError(new Error(`no ${lines}.`), AIM, (text) => text.replaceAll(lines, '***'));
    expect(error.message).not.toContain('one line');
  });

  it('is little where something else was thrown', () => {
    expect(toConnectorError('just a text', AIM).message).not.toContain('just a text');
  });
});

describe('an AWS error', () => {
  it.each([
    ['ValidationException', true],
    ['ThrottlingException', false],
    ['InternalException', false],
    ['ExpiredTokenException', false],
  ])('%s uses up all retries: %s', (name, final) => {
    expect(toConnectorError(awsError(name, 'No.', 400), AIM)).toMatchObject({ code: name, inputError: final });
  });

  it.each([
    [200, [['Content-Type', 'text/html; charset=utf-8']], '(HTTP 200, text/html)', 'is not known'],
    [200, [], '(HTTP 200, no content type)', 'is not known'],
    [
      403,
      [
        ['Content-Type', 'text/html'],
        ['Via', '1.1 squid.corp (squid/6.1)'],
      ],
      'from "1.1 squid.corp (squid/6.1)"',
      'NO_PROXY',
    ],
    [407, [['server', 'proxy']], 'from "proxy"', 'which wants a user and a password'],
  ] as const)('is told apart from an answer that is not of EventBridge: HTTP %d', (status, headers, ...told) => {
    const atEndpoint = { ...AIM, identity: { ...AIM.identity, endpoint: 'https://u:hush@events.example.com:8443/x' } };
    for (const [target, place] of [
      [AIM, "EventBridge's address in eu-central-1"],
      [atEndpoint, 'the endpoint events.example.com:8443'],
    ] as const) {
      const error = toConnectorError(new ForeignAnswer(status, headers), target);
      expect(error).toMatchObject({ code: 'NotEventBridge', inputError: false });
      for (const text of [...told, place, 'is not Amazon EventBridge', 'HTTP ' + String(status)])
        expect(error.message).toContain(text);
      expect(error.message).not.toContain('hush');
    }
  });

  it('about the scope of a credential names region and endpoint, not key and clock', () => {
    const error = awsError('InvalidSignatureException', 'Credential should be scoped to a valid region.', 403);
    const endpoint = 'https://events.us-east-1.amazonaws.com';
    const { message } = toConnectorError(error, { ...AIM, identity: { ...AIM.identity, endpoint } });
    expect(message).toContain('the region "eu-central-1"');
    expect(message).toContain('the endpoint events.us-east-1.amazonaws.com');
    expect(message).not.toContain('clock');
  });

  it.each([
    [
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
      'Take access key and secret key from one pair, each whole.',
    ],
    ['Signature expired: 20261128T120000Z is now earlier than 20261128T121000Z', ". Set this machine's clock."],
    ['Signature not yet current: 20261128T120000Z is still later', ". Set this machine's clock."],
  ])('about a signature is followed by what AWS does not say: %s', (said, advice) => {
    const { message } = toConnectorError(awsError('InvalidSignatureException', said, 403), AIM);
    expect(message).toContain(said);
    expect(message.split(said)[1]?.trim()).toBe(advice);
  });

  it('with status 413 is not named after the parser that failed on it', () => {
    const error = Object.assign(new SyntaxError('Unexpected token <'), { $metadata: { httpStatusCode: 413 } });
    expect(toConnectorError(error, AIM)).toMatchObject({ code: 'RequestTooLarge', inputError: true });
  });
});
