import type { ConnectionInput, EventInput, Idempotency } from '@eventbridge-kit/eventbridge';
import type { SendEventInput } from '@eventbridge-kit/templates';
import type { CredentialsSource, SendIdentity } from './sender.ts';

/** A job's input, in the words of the rooms that use it. */
export interface Task {
  readonly event: EventInput;
  readonly connection: ConnectionInput;
  readonly identity: SendIdentity;
}

/** @param id by which a consumer knows the event again, for a task that wants one */
export function toTask({ authentication, configuration, input }: SendEventInput, id: string): Task {
  const { region } = configuration;
  const endpoint = filled(configuration.endpoint);
  const endpointId = filled(configuration.endpointId);
  const connection: ConnectionInput = {
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(endpointId !== undefined && { endpointId }),
  };
  const roleArn = filled(authentication.roleArn);
  const externalId = filled(authentication.externalId);
  const role = roleArn === undefined ? undefined : { arn: roleArn, ...(externalId !== undefined && { externalId }) };
  const time = filled(input.time);
  const traceHeader = filled(input.traceHeader);
  const idempotency = idempotencyOf(input, id);
  return {
    connection,
    identity: { ...connection, credentials: credentialsOf(authentication), ...(role && { role }) },
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
  if (input.idempotencyId === 'detail') return { place: 'detail', id, field: input.idempotencyField };
  return input.idempotencyId === 'resource' ? { place: 'resource', id } : undefined;
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
