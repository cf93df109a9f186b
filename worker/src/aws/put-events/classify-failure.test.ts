import { describe, expect, it } from 'vitest';
import { CallFailure } from '../../batch/index.ts';
import { AnswerError } from './answer-errors.ts';
import { classifyFailure } from './classify-failure.ts';

function answer(status: number, body: string, headers: readonly (readonly [string, string])[] = []): AnswerError {
  return new AnswerError({ status, headers, body });
}

function network(code: string): Error {
  return Object.assign(new Error(code), { code });
}

function sdk(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error(name), { name, $metadata: { httpStatusCode } });
}

describe('the kind of a failure', () => {
  it.each([
    ['throttled', answer(400, '{"__type":"com.amazonaws.events#ThrottlingException","message":"Rate exceeded"}')],
    ['throttled', answer(429, '')],
    ['throttled', sdk('ThrottlingException', 400)],
    ['transient', answer(500, '<html>')],
    ['transient', answer(503, '{"__type":"ServiceUnavailable"}')],
    ['transient', answer(501, '')],
    ['transient', network('ECONNRESET')],
    ['transient', network('ECONNREFUSED')],
    ['transient', network('ENOTFOUND')],
    ['transient', Object.assign(new Error('slow'), { name: 'TimeoutError' })],
    ['credentialsExpired', answer(400, '{"__type":"ExpiredTokenException"}')],
    ['credentialsExpired', sdk('ExpiredToken', 403)],
    ['tooLarge', answer(413, '<html>Request Entity Too Large</html>')],
    ['tooLarge', sdk('SyntaxError', 413)],
    [
      'invalid',
      answer(
        400,
        '{"__type":"ValidationException","message":"Total size of the entries in the request is over the limit."}',
      ),
    ],
    ['invalid', answer(400, '{"__type":"InvalidArgument"}')],
    ['invalid', answer(400, '{"__type":"ResourceNotFoundException"}')],
    ['invalid', sdk('NewException', 400)],
    ['denied', answer(400, '{"__type":"AccessDeniedException"}')],
    ['denied', sdk('NotAuthorized', 400)],
    ['refused', sdk('AccessDenied', 403)],
    ['refused', answer(403, '<html>a proxy</html>')],
    ['refused', answer(403, '', [['x-amzn-ErrorType', 'UnrecognizedClientException:http://internal']])],
    ['refused', Object.assign(new Error('no credentials'), { name: 'CredentialsProviderError' })],
    ['refused', network('CERT_HAS_EXPIRED')],
    ['refused', 'not an error'],
  ])('is %s for %s', (kind, thrown) => {
    expect(classifyFailure(thrown, false).kind).toBe(kind);
  });

  it('is aborted for whatever a call throws that was given up', () => {
    expect(classifyFailure(network('ECONNRESET'), true).kind).toBe('aborted');
  });

  it('is not decided twice', () => {
    const failure = new CallFailure('transient', new Error('once'));
    expect(classifyFailure(failure, false)).toBe(failure);
  });

  it('comes with the wait that the endpoint asks for', () => {
    expect(classifyFailure(answer(503, '', [['Retry-After', '2']]), false).retryAfterMs).toBe(2000);
    expect(classifyFailure(answer(503, '', [['x-amz-retry-after', '1500']]), false).retryAfterMs).toBe(1500);
    expect(classifyFailure(answer(503, '', [['retry-after', 'soon']]), false).retryAfterMs).toBe(0);
    const withResponse = Object.assign(sdk('ThrottlingException', 400), {
      $response: { headers: { 'retry-after': '3' } },
    });
    expect(classifyFailure(withResponse, false).retryAfterMs).toBe(3000);
  });

  it('keeps what was thrown, and tells nothing of it by itself', () => {
    const error = answer(400, '{"__type":"InvalidSignatureException","message":"x-amz-security-token:SECRET"}');
    const failure = classifyFailure(error, false);
    expect(failure.cause).toBe(error);
    expect(failure.message).toBe('PutEvents: refused');
    expect(error).toMatchObject({ name: 'InvalidSignatureException', $metadata: { httpStatusCode: 400 } });
  });
});
