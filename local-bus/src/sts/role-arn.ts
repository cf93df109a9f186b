/** The parts of a role's ARN. */
export interface RoleArn {
  readonly partition: string;
  readonly accountId: string;
  /** Path and name, for example `team/sender`. */
  readonly path: string;
  /** The name alone. */
  readonly name: string;
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
const ROLE_ARN = /^arn:(aws[\w-]*):iam::([0-9]{12}):role\/([\w+=,.@/-]{1,576})$/;

/** Takes a role's ARN apart; undefined when it is none. */
export function parseRoleArn(value: string): RoleArn | undefined {
  const [, partition, accountId, path] = ROLE_ARN.exec(value) ?? [];
  const name = path?.split('/').at(-1);
  if (partition === undefined || accountId === undefined || path === undefined || name === undefined || name === '')
    return undefined;
  return { partition, accountId, path, name };
}
