import { transientError, type ConnectorError } from '@eventbridge-kit/connector';
import { callError, calledPlace, type CallErrorFacts, type SendTarget } from '@eventbridge-kit/event-job';
import { ProxyError } from '../network/proxy-error.ts';
import { ForeignAnswer, TOO_LARGE_STATUS } from './put-events/answer-errors.ts';

/**
 * The parts of an AWS error that may be shown. The rest stays inside: `$response` alone holds the access key id and the
 * session token.
 */
export type AwsErrorFacts = CallErrorFacts;

/** Hides what must not be shown, of a whole text: cut first, it would leave a part of a secret. */
export type Hide = (text: string) => string;

/** Reads a thrown value by the whitelist. */
export function awsErrorFacts(error: unknown, hide: Hide = (text) => text): AwsErrorFacts {
  if (!(error instanceof Error)) return { name: 'Error', message: 'not an error object' };
  const code = textAt(error, 'code');
  const metadata: unknown = Reflect.get(error, '$metadata');
  const status: unknown = isObject(metadata) ? Reflect.get(metadata, 'httpStatusCode') : undefined;
  const requestId = isObject(metadata) ? textAt(metadata, 'requestId') : undefined;
  return {
    name: error.name,
    message: firstLine(hide(error.message)),
    ...(code !== undefined && { code }),
    ...(typeof status === 'number' && { status }),
    ...(requestId !== undefined && { requestId }),
  };
}

/**
 * A failed call as an error that the error expression sees: `error.code` is AWS's own name.
 *
 * @param target what the event wanted to reach, for what AWS does not name
 */
export function toConnectorError(error: unknown, target: SendTarget, hide?: Hide): ConnectorError {
  // A bare 413 is of a proxy, and means the call all the same.
  if (error instanceof ForeignAnswer && error.$metadata.httpStatusCode !== TOO_LARGE_STATUS)
    return transientError(NOT_EVENT_BRIDGE, foreignMessage(error, target), NOT_EVENT_BRIDGE);
  const remedy = error instanceof ProxyError ? error.remedy : undefined;
  return callError(awsErrorFacts(error, hide), target, remedy);
}

/** What `error.code` is where something else than EventBridge answered. */
const NOT_EVENT_BRIDGE = 'NotEventBridge';

// https://www.rfc-editor.org/rfc/rfc9110#status.407
const PROXY_CREDENTIALS_WANTED = 407;

function foreignMessage(
  { description, $metadata: { httpStatusCode: status } }: ForeignAnswer,
  target: SendTarget,
): string {
  return [
    `What answers for ${calledPlace(target)} is not Amazon EventBridge (${description}): most likely a proxy, a sign-in page or`,
    `another server on the way${status === PROXY_CREDENTIALS_WANTED ? ', which wants a user and a password' : ''}.`,
    ...(status < 300 ? ['Whether the event was accepted is not known.'] : []),
    'Let the proxy pass that host, set HTTPS_PROXY or NO_PROXY, or correct configuration.region and configuration.endpoint.',
  ].join(' ');
}

/** A refused signature is followed by the signed text, which holds the session token: only the first line is shown. */
function firstLine(message: string): string {
  const [line = ''] = message.split('\n');
  return line.length > 1000 ? `${line.slice(0, 1000)}...` : line;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function textAt(object: object, key: string): string | undefined {
  const value: unknown = Reflect.get(object, key);
  return typeof value === 'string' ? value : undefined;
}
