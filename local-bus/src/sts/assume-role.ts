import { AwsError } from '../aws/aws-error.ts';
import { Constraints } from '../aws/constraints.ts';
import { readText } from '../aws/members.ts';
import type { Call, Operation } from '../operations/operation.ts';
import type { RoleOptions } from '../options.ts';
import { parseRoleArn, type RoleArn } from './role-arn.ts';

// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
const MIN_SECONDS = 900;
const MAX_SECONDS = 43_200;
const DEFAULT_SECONDS = 3600;
const SESSION_NAME_PATTERN = String.raw`^[\w+=,.@-]*$`;
const EXTERNAL_ID_PATTERN = String.raw`^[\w+=,.@:\/-]*$`;

/** Longest session of a role that another role assumes, in seconds. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining
const MAX_CHAINED_SECONDS = 3600;

/** Gives out a temporary key of a role; the external id must be the one the role asks for. */
export const assumeRole: Operation = {
  name: 'AssumeRole',
  run(call) {
    const { roleArn, sessionName, externalId, seconds } = readInput(call);
    const arn = parseRoleArn(roleArn);
    if (!arn) throw new AwsError('ValidationError', `${roleArn} is invalid`);
    const role = findRole(call, roleArn, externalId);
    checkDuration(call, seconds, role.maxSessionSeconds ?? DEFAULT_SECONDS);
    return answer(call, arn, sessionName, seconds);
  },
};

interface Input {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string | undefined;
  readonly seconds: number;
}

function readInput({ input }: Call): Input {
  const [roleArn, sessionName, externalId, duration] = [
    'RoleArn',
    'RoleSessionName',
    'ExternalId',
    'DurationSeconds',
  ].map((name) => readText(input, name));
  const seconds = Number(duration ?? DEFAULT_SECONDS);
  const model = new Constraints('ValidationError');
  model.required(roleArn, 'roleArn');
  model.text(roleArn, 'roleArn', { min: 20, max: 2048 });
  model.required(sessionName, 'roleSessionName');
  model.text(sessionName, 'roleSessionName', { min: 2, max: 64, pattern: SESSION_NAME_PATTERN });
  model.text(externalId, 'externalId', { min: 2, max: 1224, pattern: EXTERNAL_ID_PATTERN });
  model.range(Number.isInteger(seconds) ? seconds : 0, 'durationSeconds', { min: MIN_SECONDS, max: MAX_SECONDS });
  model.done();
  return { roleArn: roleArn ?? '', sessionName: sessionName ?? '', externalId, seconds };
}

/** The role, when it exists and trusts the caller; AWS does not say which of the two failed. */
function findRole(call: Call, arn: string, externalId: string | undefined): RoleOptions {
  const { roles } = call.state.settings;
  const role = roles === undefined ? { arn } : roles.find((one) => one.arn === arn);
  if (role && (role.externalId === undefined || role.externalId === externalId)) return role;
  throw new AwsError(
    'AccessDenied',
    `User: ${call.principal.arn} is not authorized to perform: sts:AssumeRole on resource: ${arn}`,
    403,
  );
}

function checkDuration({ principal }: Call, seconds: number, maxSeconds: number): void {
  if (principal.isRole && seconds > MAX_CHAINED_SECONDS) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining',
    );
  }
  if (seconds > maxSeconds)
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    );
}

function answer({ state }: Call, role: RoleArn, sessionName: string, seconds: number): Record<string, unknown> {
  const { settings, keys, buses } = state;
  const now = settings.now();
  const arn = `arn:${role.partition}:sts::${role.accountId}:assumed-role/${role.name}/${sessionName}`;
  const userId = `AROA${role.name.toUpperCase().replace(/[^A-Z0-9]/g, '')}:${sessionName}`;
  buses.addAccount(role.accountId, now);
  const expiresAt = now + seconds * 1000;
  const key = keys.issue({ arn, userId, accountId: role.accountId }, expiresAt);
  return {
    Credentials: {
      AccessKeyId: key.principal.accessKeyId,
      SecretAccessKey: key.secretAccessKey,
      SessionToken: key.sessionToken,
      Expiration: new Date(expiresAt).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    },
    AssumedRoleUser: { AssumedRoleId: userId, Arn: arn },
  };
}
