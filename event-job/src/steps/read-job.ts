import { checkExpressions, parseHeaders, type ConnectorHeaders } from '@eventbridge-kit/connector';
import {
  CHECKED_FIELDS,
  readRole,
  type ConnectionInput,
  type EventInput,
  type Idempotency,
} from '@eventbridge-kit/eventbridge';
import type { Issue, Json, JsonObject } from '@eventbridge-kit/issue';
import { sendEvent, type SendEventInput } from '@eventbridge-kit/templates';
import { parseJobInput } from 'element-template-generator/job-input';
import type { CredentialsSource, SendIdentity } from '../sender.ts';
import { withNotes, wrongInput, type StepDone } from '../step.ts';

/** Reads the task headers, which say how the job ends. Expressions that cannot work are found now, before anything is sent. */
export function readHeaders(headers: Readonly<Record<string, string>>): StepDone<ConnectorHeaders> {
  const known = reads.get(headers);
  if (known !== undefined) return known;
  const done = readAnew(headers);
  // What may change cannot be known by its object.
  if (Object.isFrozen(headers)) reads.set(headers, done);
  return done;
}

/** Jobs of one task come with the same headers, where the host keeps them parsed. */
const reads = new WeakMap<Readonly<Record<string, string>>, StepDone<ConnectorHeaders>>();

function readAnew(headers: Readonly<Record<string, string>>): StepDone<ConnectorHeaders> {
  const result = parseHeaders(headers);
  if (!result.ok) return wrongInput(result.issues);
  const issues = checkExpressions(result.headers);
  if (issues.length > 0) return wrongInput(issues);
  // Texts and numbers only, which JSON has too.
  return { ok: true, value: result.headers, show: () => ({ ...result.headers }) };
}

/**
 * Reads the variables as the template's definition says. Length and form of the event's fields are left to the checks.
 *
 * @param notes what is known about fields already; shown with an error of the same field
 */
export function readInput(variables: JsonObject, notes: readonly Issue[]): StepDone<SendEventInput> {
  const result = parseJobInput(sendEvent, variables, { checkedElsewhere: CHECKED_FIELDS });
  if (!result.ok) return wrongInput(withNotes(result.issues, notes));
  // Made of the variables, which are JSON.
  return { ok: true, value: result.input, show: () => result.input as unknown as Json };
}

/** A job's input in the types of the rooms that use it. */
export interface Task {
  readonly event: EventInput;
  readonly connection: ConnectionInput;
  readonly identity: SendIdentity;
}

/** @param id the event's idempotency id, for a task that wants one */
export function toTask({ authentication, configuration, input }: SendEventInput, id: string): Task {
  const { region } = configuration;
  const endpoint = filled(configuration.endpoint);
  const endpointId = filled(configuration.endpointId);
  const connection: ConnectionInput = {
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(endpointId !== undefined && { endpointId }),
  };
  const time = filled(input.time);
  const traceHeader = filled(input.traceHeader);
  const idempotency = idempotencyOf(input, id);
  return {
    connection,
    identity: { ...connection, credentials: credentialsOf(authentication), role: readRole(authentication) },
    event: {
      eventBusName: input.eventBusName,
      source: input.source,
      detailType: input.detailType,
      detail: input.detail,
      ...(input.resources !== undefined && { resources: input.resources }),
      ...(time !== undefined && { time }),
      ...(traceHeader !== undefined && { traceHeader }),
      ...(idempotency && { idempotency }),
    },
  };
}

function idempotencyOf(input: SendEventInput['input'], id: string): Idempotency | undefined {
  switch (input.idempotencyId) {
    case 'detail':
      return { place: 'detail', id, field: input.idempotencyField };
    case 'resource':
      return { place: 'resource', id };
    default:
      input.idempotencyId satisfies undefined | '';
      return undefined;
  }
}

function credentialsOf(authentication: SendEventInput['authentication']): CredentialsSource {
  if (authentication.type === 'defaultCredentialsChain') return { type: 'defaultChain' };
  const sessionToken = filled(authentication.sessionToken);
  return {
    type: 'static',
    accessKeyId: authentication.accessKey,
    secretAccessKey: authentication.secretKey,
    ...(sessionToken !== undefined && { sessionToken }),
  };
}

/** A field that was emptied in the modeler counts as absent. */
function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
