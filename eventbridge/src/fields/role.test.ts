import { describe, expect, it } from 'vitest';
import { assumeRoleRequest, checkExternalId, checkRoleArn, readRole } from './role.ts';

const ARN = 'arn:aws:iam::123456789012:role/event-sender';

describe('role', () => {
  it('is none without an ARN, whatever else its fields say', () => {
    expect(readRole({ externalId: 'camunda' })).toBeUndefined();
    expect(readRole({ roleArn: ' ', externalId: 'camunda' })).toBeUndefined();
  });

  it('is asked of STS by what its fields say; an empty field is left out', () => {
    expect(JSON.parse(JSON.stringify(assumeRoleRequest({ arn: ARN, externalId: 'camunda' })))).toEqual({
      RoleArn: ARN,
      RoleSessionName: 'camunda-eventbridge-worker',
      ExternalId: 'camunda',
    });
    expect(readRole({ roleArn: ARN, externalId: '' })).toEqual({ arn: ARN, externalId: undefined });
  });

  it('gives its session the name that the task wants, which CloudTrail shows', () => {
    const role = readRole({ roleArn: ARN, roleSessionName: 'order-process' });
    expect(role && assumeRoleRequest(role)).toMatchObject({ RoleArn: ARN, RoleSessionName: 'order-process' });
  });
});

describe('role ARN', () => {
  it.each([ARN, 'arn:aws-cn:iam::123456789012:role/path/to/sender', 'arn:aws-us-gov:iam::123456789012:role/a+b=c'])(
    'accepts %s',
    (value) => expect(checkRoleArn(value)).toEqual([]),
  );

  it.each([
    '',
    'event-sender',
    'arn:aws:iam::12345:role/x',
    'arn:aws:iam::123456789012:user/x',
    `${ARN}${'x'.repeat(2048)}`,
  ])('refuses %j', (value) =>
    expect(checkRoleArn(value)).toMatchObject([{ rule: 'role-arn-format', field: 'authentication.roleArn' }]),
  );

  it('offers the ARN without white space', () => {
    expect(checkRoleArn(` ${ARN}\n`)).toMatchObject([{ fix: { value: ARN } }]);
  });
});

describe('external id', () => {
  it('accepts what AWS does', () => expect(checkExternalId('camunda:production/1@x')).toEqual([]));

  it.each(['x', 'a b', 'ä-b', 'x'.repeat(1225)])('refuses %j', (value) =>
    expect(checkExternalId(value)).toMatchObject([{ rule: 'external-id-format', field: 'authentication.externalId' }]),
  );
});
