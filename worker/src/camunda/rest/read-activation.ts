import { isJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { CamundaError } from '../camunda-error.ts';
import type { ActivatedJob } from '../job-port.ts';
import { itemTexts, memberText, parseVariables } from '@eventbridge-kit/event-job';
import { foreign, parseAnswer } from './answer.ts';

/** Digits outside of quotes that a JavaScript number may not hold; keys are quoted. */
const LARGE = /[:,[\s]-?\d{16}/;

/** The jobs of an answer to an activation; their variables as over gRPC, where they come as text. */
export function readActivation(text: string): ActivatedJob[] {
  const answer = parseAnswer(text);
  const jobs = isJsonObject(answer) ? answer['jobs'] : undefined;
  if (!Array.isArray(jobs)) throw foreign('an activation without jobs');
  const texts = LARGE.test(text) ? itemTexts(memberText(text, 'jobs') ?? '[]') : undefined;
  return jobs.map((job, at) => {
    if (!isJsonObject(job)) throw foreign('an activation with a job that is no object');
    const own = texts?.[at];
    const variables =
      own === undefined ? objectIn(job, 'variables') : parseVariables(memberText(own, 'variables') ?? '{}');
    return toJob(job, variables);
  });
}

/** `ActivatedJobResult` of rest-api.yaml in io.camunda:zeebe-gateway-protocol:8.8.9. */
function toJob(job: JsonObject, variables: JsonObject): ActivatedJob {
  return {
    key: keyIn(job, 'jobKey'),
    type: textIn(job, 'type'),
    elementId: textIn(job, 'elementId'),
    elementInstanceKey: keyIn(job, 'elementInstanceKey'),
    processInstanceKey: keyIn(job, 'processInstanceKey'),
    processId: textIn(job, 'processDefinitionId'),
    tenantId: textIn(job, 'tenantId'),
    retries: Number(job['retries']),
    // The engine writes header values as text only.
    headers: objectIn(job, 'customHeaders') as Record<string, string>,
    variables,
  };
}

/** A key that came as a number was rounded on the way: a command with it would end another job. */
function keyIn(job: JsonObject, name: string): string {
  const key = job[name];
  if (typeof key === 'string') return key;
  throw new CamundaError('rejected', 'ROUNDED_KEY', `a job's key came as ${typeof key}, not as text`);
}

function textIn(job: JsonObject, name: string): string {
  const value: Json | undefined = job[name];
  return typeof value === 'string' ? value : '';
}

function objectIn(job: JsonObject, name: string): JsonObject {
  const value = job[name];
  return isJsonObject(value) ? value : {};
}
