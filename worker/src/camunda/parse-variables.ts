import type { JsonObject } from '@eventbridge-kit/connector';

/** Reads a job's variables as the engine writes them. */
export function parseVariables(text: string): JsonObject {
  return JSON.parse(text) as JsonObject;
}
