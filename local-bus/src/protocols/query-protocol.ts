import type { AuthFailure, AuthFailureReason } from '../auth/auth-failure.ts';
import { assumeRole } from '../sts/assume-role.ts';
import { getCallerIdentity } from '../sts/get-caller-identity.ts';
import { AwsError } from '../aws/aws-error.ts';
import type { AwsReply, AwsRequest, Protocol } from './protocol.ts';
import { toXml } from './xml.ts';

// https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
const CONTENT_TYPE = 'application/x-www-form-urlencoded';
const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
const AUTH_ERRORS: Readonly<Record<AuthFailureReason, readonly [name: string, status: number]>> = {
  missing: ['MissingAuthenticationToken', 403],
  incomplete: ['IncompleteSignature', 400],
  unknownKey: ['InvalidClientTokenId', 403],
  badToken: ['InvalidClientTokenId', 403],
  expiredToken: ['ExpiredToken', 403],
  badSignature: ['SignatureDoesNotMatch', 403],
  badScope: ['SignatureDoesNotMatch', 403],
  clockSkew: ['SignatureDoesNotMatch', 403],
};

/** STS: a form with the operation in `Action`, answered in XML. */
export const queryProtocol: Protocol = {
  service: 'sts',
  operations: [assumeRole, getCallerIdentity],
  speaks: ({ headers }) => (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() === CONTENT_TYPE,
  operationName: (request) => form(request).get('Action') ?? undefined,
  parse: (request) => Object.fromEntries(form(request)),
  resourceArns: ({ input, principal }) => [typeof input['RoleArn'] === 'string' ? input['RoleArn'] : principal.arn],
  authError: (failure: AuthFailure) =>
    new AwsError(AUTH_ERRORS[failure.reason][0], failure.message, AUTH_ERRORS[failure.reason][1]),
  unknownOperation: () => new AwsError('InvalidAction', 'Could not find operation for version 2011-06-15'),
  write({ operation, requestId }, output) {
    const result = `<${operation}Result>${toXml(output)}</${operation}Result>`;
    return reply(
      200,
      requestId,
      `<${operation}Response xmlns="${NAMESPACE}">${result}${toXml({ ResponseMetadata: { RequestId: requestId } })}</${operation}Response>`,
    );
  },
  writeError({ name, message, status }, requestId) {
    const error = toXml({
      Error: { Type: status < 500 ? 'Sender' : 'Receiver', Code: name, Message: message },
      RequestId: requestId,
    });
    return reply(status, requestId, `<ErrorResponse xmlns="${NAMESPACE}">${error}</ErrorResponse>`);
  },
};

function form({ body }: AwsRequest): URLSearchParams {
  return new URLSearchParams(new TextDecoder().decode(body));
}

function reply(status: number, requestId: string, body: string): AwsReply {
  return {
    status,
    headers: [
      ['x-amzn-RequestId', requestId],
      ['Content-Type', 'text/xml'],
    ],
    body,
  };
}
