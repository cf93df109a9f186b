import { DEFAULT_EVENT_BUS_NAME, parseEventBusArn } from '@eventbridge-kit/eventbridge';
import type { AuthFailure, AuthFailureReason } from '../auth/auth-failure.ts';
import { EVENT_OPERATIONS } from '../operations/index.ts';
import { eventBusArn } from '../state/buses.ts';
import type { Call } from '../operations/operation.ts';
import { AwsError } from '../aws/aws-error.ts';
import { readList, readMembers, readText, type Members } from '../aws/members.ts';
import type { AwsReply, AwsRequest, Protocol } from './protocol.ts';

// https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
const CONTENT_TYPE = 'application/x-amz-json-1.1';
const TARGET_PREFIX = 'AWSEvents.';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
const AUTH_ERRORS: Readonly<Record<AuthFailureReason, string>> = {
  missing: 'MissingAuthenticationTokenException',
  incomplete: 'IncompleteSignatureException',
  unknownKey: 'UnrecognizedClientException',
  badToken: 'UnrecognizedClientException',
  expiredToken: 'ExpiredTokenException',
  badSignature: 'InvalidSignatureException',
  badScope: 'InvalidSignatureException',
  clockSkew: 'InvalidSignatureException',
};

/** EventBridge: `POST /` with the operation in `x-amz-target` and JSON both ways. */
export const jsonProtocol: Protocol = {
  service: 'events',
  operations: EVENT_OPERATIONS,
  speaks: ({ headers }) => mediaType(headers['content-type']) === CONTENT_TYPE,
  operationName({ headers }) {
    const target = headers['x-amz-target'] ?? '';
    return target.startsWith(TARGET_PREFIX) ? target.slice(TARGET_PREFIX.length) : undefined;
  },
  parse,
  resourceArns,
  authError: (failure: AuthFailure) => new AwsError(AUTH_ERRORS[failure.reason], failure.message),
  unknownOperation: () =>
    new AwsError('UnknownOperationException', 'The requested operation is not one that this endpoint knows.'),
  write: (call, output) => reply(200, call.requestId, output),
  writeError: (error, requestId) => reply(error.status, requestId, { __type: error.name, message: error.message }),
};

function parse({ body }: AwsRequest): Members {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new AwsError('SerializationException', 'The request body is not JSON.');
  }
  return readMembers(value);
}

function resourceArns({ input, principal, region }: Call): string[] {
  const names = readList(input, 'Entries')?.map((entry) => readText(readMembers(entry), 'EventBusName'));
  const buses = new Set((names ?? [readText(input, 'Name')]).map((name) => name ?? DEFAULT_EVENT_BUS_NAME));
  return [...buses].map((bus) => (parseEventBusArn(bus) ? bus : eventBusArn(principal.accountId, bus, region)));
}

function mediaType(header = ''): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

function reply(status: number, requestId: string, body: Record<string, unknown>): AwsReply {
  return {
    status,
    headers: [
      ['x-amzn-RequestId', requestId],
      ['Content-Type', CONTENT_TYPE],
    ],
    body: JSON.stringify(body),
  };
}
