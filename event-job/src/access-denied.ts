import { parseEventBusArn } from '@eventbridge-kit/eventbridge';
import type { SendIdentity } from './sender.ts';

/** What an event wanted to reach, for messages where AWS does not name it. */
export interface SendTarget {
  /** Name or ARN. */
  readonly eventBusName: string;
  /** The IAM action on the bus, default `events:PutEvents`. */
  readonly action?: string;
  readonly identity: Pick<SendIdentity, 'region' | 'role' | 'endpoint'>;
}

/** Names of "you may not"; the second is that of STS. */
// https://docs.aws.amazon.com/eventbridge/latest/APIReference/CommonErrors.html
// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
const NAMES: Readonly<Record<string, (target: SendTarget) => Missing>> = {
  AccessDeniedException: ({ eventBusName, identity, action = 'events:PutEvents' }) => ({
    action,
    resource: busText(eventBusName, identity.region),
  }),
  AccessDenied: ({ identity }) => ({
    action: ASSUME_ROLE,
    resource: identity.role === undefined ? 'the role' : `the role ${identity.role.arn}`,
  }),
};

interface Missing {
  readonly action: string;
  readonly resource: string;
}

const ASSUME_ROLE = 'sts:AssumeRole';

/** The sentence with which AWS says who may not do what, and on what. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
const SENTENCE = /is not authorized to perform: ([\w-]+:\w+)(?: on resource: ([^\s"]+))?/;

/** True for the names of errors that say that a permission is missing. */
export function isAccessDenied(name: string): boolean {
  return Object.hasOwn(NAMES, name);
}

/**
 * What to allow, on what: as AWS's own message names them, else as the event needs them.
 *
 * @param name of the error
 * @param message AWS's own
 * @param options besideMessage: true where the message stands before it, so that what it names is not named again
 */
export function accessRemedy(
  name: string,
  message: string,
  target: SendTarget,
  { besideMessage = false } = {},
): string {
  const usual = NAMES[name]?.(target) ?? { action: 'events:PutEvents', resource: 'the event bus' };
  const [, action = usual.action, named] = SENTENCE.exec(message) ?? [];
  const resource = named?.replace(/[.,;]$/, '') ?? usual.resource;
  const what = besideMessage && named !== undefined ? 'it' : `the action ${action} on ${resource}`;
  if (/\bexplicit deny\b/i.test(message)) {
    return `A policy denies ${what} outright, which no other policy can allow: change that one.`;
  }
  const trust = action === ASSUME_ROLE ? ", and check that the role's trust policy names them and the external id" : '';
  return `Allow ${what} for these credentials${trust}.`;
}

/** The bus as an operator finds it: its ARN where the task gives that. */
export function busText(eventBusName: string, region: string): string {
  return parseEventBusArn(eventBusName) ? eventBusName : `the event bus "${eventBusName}" in ${region}`;
}
