import { count, isBlank, type Issue, quote } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
export const MAX_ROLE_ARN_CHARS = 2048;

/** The ARN of a role, with or without a path before its name. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
export const ROLE_ARN_PATTERN = String.raw`^arn:aws[\w-]*:iam::\d{12}:role\/[\u0021-\u007E]+$`;

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
export const MAX_EXTERNAL_ID_CHARS = 1224;

/** Two characters or more. */
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
export const EXTERNAL_ID_PATTERN = String.raw`^[\w+=,.@:\/\-]{2,}$`;

/** Name of the session of an assumed role, as it shows in CloudTrail, where a task gives none. */
const ROLE_SESSION_NAME = 'camunda-eventbridge-worker';

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
export const MAX_ROLE_SESSION_NAME_CHARS = 64;

/** Two characters or more. */
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
export const ROLE_SESSION_NAME_PATTERN = String.raw`^[\w+=,.@\-]{2,}$`;

/** What a task says of the role to assume before it sends. */
export interface AssumedRole {
  readonly arn: string;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
}

/** The request for STS's AssumeRole. */
export interface AssumeRoleRequest {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
  readonly ExternalId: string | undefined;
}

/** The role that a task's fields name; undefined without an ARN. An empty field is none. */
export function readRole({ roleArn, externalId, roleSessionName }: RoleFields): AssumedRole | undefined {
  const arn = filled(roleArn);
  return arn === undefined ? undefined : { arn, externalId: filled(externalId), sessionName: filled(roleSessionName) };
}

function filled(text = ''): string | undefined {
  return isBlank(text) ? undefined : text;
}

interface RoleFields {
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly roleSessionName?: string;
}

/** What to ask of STS for a role. */
export function assumeRoleRequest({
  arn,
  externalId,
  sessionName = ROLE_SESSION_NAME,
}: AssumedRole): AssumeRoleRequest {
  return { RoleArn: arn, RoleSessionName: sessionName, ExternalId: externalId };
}

const ROLE_ARN = new RegExp(ROLE_ARN_PATTERN);
const EXTERNAL_ID = new RegExp(EXTERNAL_ID_PATTERN);

/** The ARN of the role to assume, at most 2048 characters. */
export function checkRoleArn(value: string): Issue[] {
  if (ROLE_ARN.test(value) && value.length <= MAX_ROLE_ARN_CHARS) return [];
  const trimmed = value.trim();
  const isPadded = trimmed !== value && ROLE_ARN.test(trimmed);
  return [
    eventIssue({
      rule: 'role-arn-format',
      field: 'authentication.roleArn',
      wrong: isPadded ? 'The role ARN has white space around it' : 'This is not the ARN of an IAM role',
      found: value.length > MAX_ROLE_ARN_CHARS ? count(value.length, 'character') : quote(value),
      instead: isPadded ? `Write ${quote(trimmed)}.` : 'Write it like "arn:aws:iam::123456789012:role/event-sender".',
      ...(isPadded && { fix: { title: 'Remove the white space', value: trimmed } }),
    }),
  ];
}

/** The external id that a role's trust policy asks for, 2 to 1224 characters. */
export function checkExternalId(value: string): Issue[] {
  if (EXTERNAL_ID.test(value) && value.length <= MAX_EXTERNAL_ID_CHARS) return [];
  const trimmed = value.trim();
  const isPadded = trimmed !== value && EXTERNAL_ID.test(trimmed);
  return [
    eventIssue({
      rule: 'external-id-format',
      field: 'authentication.externalId',
      wrong: 'AWS takes no such external id',
      found: value.length > MAX_EXTERNAL_ID_CHARS ? count(value.length, 'character') : quote(value),
      instead: `Write 2 to ${MAX_EXTERNAL_ID_CHARS} letters, digits or characters of _+=,.@:/- as the role's trust policy has them.`,
      ...(isPadded && { fix: { title: 'Remove the white space', value: trimmed } }),
    }),
  ];
}
