import type { Issue, JsonObject } from '@eventbridge-kit/issue';

/**
 * Longest message of a failed job, in UTF-16 units; Camunda's runtime cuts there too.
 * Source: https://github.com/camunda/connectors (SpringConnectorJobHandler)
 */
export const MAX_MESSAGE_LENGTH = 6000;

/**
 * Most bytes of variables that a command may carry, as compact JSON in UTF-8.
 * Source: https://docs.camunda.io/docs/components/concepts/variables/#variable-size-limitation
 */
const MAX_VARIABLES_BYTES = 1_572_864;

/** What is wrong with variables that cannot be handed to the engine; empty when nothing is. */
export function checkVariables(variables: JsonObject, field: string): Issue[] {
  const text = compactJson(variables);
  if (text === undefined) {
    const message =
      'The output variables are nested too deeply to be stored: map fewer fields in the result expression.';
    return [{ rule: 'output-nesting', severity: 'error', field, message }];
  }
  // No unit of UTF-16 takes more than three bytes: most variables need no counting.
  const bytes = text.length * 3 <= MAX_VARIABLES_BYTES ? 0 : new TextEncoder().encode(text).length;
  if (bytes <= MAX_VARIABLES_BYTES) return [];
  const message = `The output variables are too large: found ${bytes} bytes, at most ${MAX_VARIABLES_BYTES} are allowed; map fewer fields in the result expression.`;
  return [{ rule: 'output-size', severity: 'error', field, message }];
}

function compactJson(variables: JsonObject): string | undefined {
  try {
    return JSON.stringify(variables);
  } catch (error) {
    // The platform's serialiser recurses, and gives up where its stack ends.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
