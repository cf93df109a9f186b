import { isJsonObject, mergeOwn, type Issue, type JsonObject } from '@eventbridge-kit/connector';

/** Variable of Camunda's own template, versions 7 and later: a credential that is kept on the cluster. */
export const AWS_CREDENTIAL = 'awsCredential';

/** Fields that a user sees missing when the credential is no credential. */
const REPLACED_FIELDS = ['authentication.accessKey', 'authentication.secretKey', 'configuration.region'];

export interface CredentialRead {
  /** The variables with what the credential holds where the task itself would hold it. */
  readonly variables: JsonObject;
  /** Explains what is missing later, where the credential holds nothing. */
  readonly notes: readonly Issue[];
}

/**
 * Puts a chosen credential in its place: its authentication goes before the task's own, its region is what a task
 * without a region gets. From there on the keys are treated as those of any task, secrets and masks included.
 */
// Its parts are those of the template's configuration `io.camunda:aws-credential:1`; a credential without the outer
// object `authentication` is read too.
export function readAwsCredential(all: JsonObject): CredentialRead {
  if (!Object.hasOwn(all, AWS_CREDENTIAL)) return { variables: all, notes: [] };
  const { [AWS_CREDENTIAL]: credential, ...variables } = all;
  if (!isJsonObject(credential)) return { variables, notes: REPLACED_FIELDS.map(notRead) };
  const { region, authentication, ...flat } = credential;
  const { configuration } = variables;
  const own = isJsonObject(configuration) ? configuration : {};
  const isBlank = typeof own['region'] !== 'string' || own['region'].trim() === '';
  return {
    variables: mergeOwn(variables, {
      authentication: authentication ?? flat,
      ...(region !== undefined && isBlank && { configuration: mergeOwn(own, { region }) }),
    }),
    notes: [],
  };
}

function notRead(field: string): Issue {
  return {
    rule: 'aws-credential',
    severity: 'warning',
    field,
    message:
      'The AWS credential that the task chose has no value here. Only Camunda 8.10 and newer know saved credentials: ' +
      'enter keys and region in the task, or let the cluster have this credential.',
  };
}
