import { isJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';
import type { ActivatedJob } from '../../worker/src/camunda/job-port.ts';

/** The type of our own template's jobs. */
export const JOB_TYPE = 'eventbridge-kit:send-event:1';

/** Variables of a job that is right in every field; its secrets are placeholders. */
export const RIGHT_VARIABLES: JsonObject = {
  authentication: {
    type: 'credentials',
    accessKey: '{{secrets.AWS_ACCESS_KEY}}',
    secretKey: '{{secrets.AWS_SECRET_KEY}}',
  },
  configuration: { region: 'eu-central-1' },
  input: {
    eventBusName: 'orders',
    source: 'com.example.orders',
    detailType: 'Order placed',
    detail: { orderId: 7 },
  },
};

export const SECRETS = { AWS_ACCESS_KEY: 'AKIAEXAMPLE000000001', AWS_SECRET_KEY: 'a-secret-key-for-tests' };

/** The right variables with one field set to another value, by its input name. */
export function variablesWith(field: string, value: Json | undefined): JsonObject {
  const copy = JSON.parse(JSON.stringify(RIGHT_VARIABLES)) as Record<string, JsonObject>;
  const [group = '', name = ''] = field.split('.');
  const object = (copy[group] ??= {});
  if (value === undefined) copy[group] = Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
  else object[name] = value;
  return copy;
}

/** A variable that is an object. */
export function objectAt(variables: JsonObject, name: string): JsonObject {
  const value = variables[name];
  return isJsonObject(value) ? value : {};
}

export function makeJob(key: string, changes: Partial<ActivatedJob> = {}): ActivatedJob {
  return {
    key,
    type: JOB_TYPE,
    elementId: 'send-order',
    elementInstanceKey: `${key}1`,
    processInstanceKey: `${key}0`,
    processId: 'order-to-event',
    tenantId: '<default>',
    retries: 3,
    headers: {},
    variables: RIGHT_VARIABLES,
    ...changes,
  };
}
