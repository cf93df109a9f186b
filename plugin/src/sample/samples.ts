import type { TaskSource } from '@eventbridge-kit/event-job';
import type { JsonObject } from '@eventbridge-kit/issue';
import { readVariables } from './read-variables.ts';
import { sampleVariables } from './sample-variables.ts';

/** Sample variables for everything that the task reads. */
export function samplesOf(task: TaskSource, examples: JsonObject): JsonObject {
  return sampleVariables(readVariables(task), examples);
}
