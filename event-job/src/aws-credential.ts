import { isJsonObject, mergeOwn, type Issue, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { OFFICIAL_TEMPLATE, SEND_EVENT_JOB_TYPE } from '@eventbridge-kit/templates';
import { AWS_CREDENTIAL, SECRET_INPUTS } from './input-variables.ts';

/** Fields that a user sees missing when the credential is no credential. */
const REPLACED_FIELDS = ['authentication.accessKey', 'authentication.secretKey', 'configuration.region'];

/** What a job tells of its task. All of it is written in the diagram, where no process variable reaches. */
interface TaskOrigin {
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface CredentialRead {
  /** The variables, with keys and region of the credential where a task without one has its own. */
  readonly variables: JsonObject;
  /** Why the job must not run. */
  readonly issues: readonly Issue[];
  /** Explains fields that are found missing later, where the credential has no value. */
  readonly notes: readonly Issue[];
}

/**
 * Takes a saved credential apart: its authentication becomes the task's, its region that of a task without one. From
 * then on its keys are treated like those of any task, secrets and masks included.
 *
 * Policy: a job does not show whether a variable comes from its task's input mappings or from the process. So the
 * variable counts only for tasks of Camunda's template, in a version that writes it, and only where the task has no keys
 * of its own: where there are both, one of them may be an attacker's, and nothing is sent. Elsewhere it has no effect.
 */
// Its parts are those of the template's configuration `io.camunda:aws-credential:1`; a credential without the outer
// object `authentication` is read too.
export function readAwsCredential(all: JsonObject, task: TaskOrigin): CredentialRead {
  if (!Object.hasOwn(all, AWS_CREDENTIAL)) return { variables: all, issues: [], notes: [] };
  const { [AWS_CREDENTIAL]: credential, ...variables } = all;
  if (!mayChooseCredential(task)) return { variables, issues: [], notes: [] };
  if (!isJsonObject(credential)) return { variables, issues: [], notes: REPLACED_FIELDS.map(notRead) };
  if (hasOwnKeys(variables['authentication'])) return { variables, issues: [twoCredentials()], notes: [] };
  const { region, authentication, ...flat } = credential;
  const { configuration } = variables;
  const own = isJsonObject(configuration) ? ownConfiguration(configuration, task) : {};
  const isBlank = typeof own['region'] !== 'string' || own['region'].trim() === '';
  return {
    variables: mergeOwn(variables, {
      authentication: authentication ?? flat,
      configuration: region !== undefined && isBlank ? mergeOwn(own, { region }) : own,
    }),
    issues: [],
    notes: [],
  };
}

/** Whether a task's own input mappings can write the variable. */
function mayChooseCredential({ type, headers }: TaskOrigin): boolean {
  const { elementTemplateId = '', elementTemplateVersion = '' } = headers;
  return (
    type !== SEND_EVENT_JOB_TYPE &&
    OFFICIAL_TEMPLATE.ids.includes(elementTemplateId) &&
    Number(elementTemplateVersion) >= OFFICIAL_TEMPLATE.credential.sinceVersion
  );
}

/** What of `configuration` a task with a credential can have written: an endpoint beside it is a stranger's, of a process variable. */
function ownConfiguration(configuration: JsonObject, { headers }: TaskOrigin): JsonObject {
  if (Number(headers['elementTemplateVersion']) < OFFICIAL_TEMPLATE.credential.withoutEndpointSince)
    return configuration;
  const region = configuration['region'];
  return region === undefined ? {} : { region };
}

const KEYS: ReadonlySet<string> = new Set(SECRET_INPUTS.flatMap((path) => path.slice(-1)));

/** Whether a task has keys, or a choice, besides the saved credential. Emptied fields count as absent. */
function hasOwnKeys(authentication: Json | undefined): boolean {
  if (authentication === undefined || authentication === null) return false;
  if (!isJsonObject(authentication)) return true;
  if (authentication['type'] === 'defaultCredentialsChain') return true;
  return Object.entries(authentication).some(([name, value]) => KEYS.has(name) && value !== null && value !== '');
}

function twoCredentials(): Issue {
  return {
    rule: 'aws-credential-twice',
    severity: 'error',
    field: AWS_CREDENTIAL,
    message:
      'The job has a saved AWS credential and an authentication of its own, and cannot tell which of them its task chose, ' +
      `since a process variable may have brought one in: found both. Empty the keys of the task or its credential, and ` +
      `call no process variable ${AWS_CREDENTIAL} or authentication.`,
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
