import type { JsonObject } from '@eventbridge-kit/connector';
import { itemTexts, memberText, parseVariables } from '../parse-variables.ts';

/** An answer to an activation, as far as it is read here; Camunda's OpenAPI document says the rest. */
interface Activation {
  readonly jobs: readonly { readonly variables: JsonObject }[];
}

/** Digits outside of quotes that a JavaScript number may not hold; keys are quoted. */
const LARGE = /[:,[\s]-?\d{16}/;

/** Reads the jobs of an answer; their variables as over gRPC, where they come as text. */
export function readActivation(text: string): unknown {
  const answer: unknown = JSON.parse(text);
  if (!LARGE.test(text) || !isActivation(answer)) return answer;
  const texts = itemTexts(memberText(text, 'jobs') ?? '[]');
  return {
    ...answer,
    jobs: answer.jobs.map((job, at) => ({
      ...job,
      variables: parseVariables(memberText(texts[at] ?? '{}', 'variables') ?? '{}'),
    })),
  };
}

function isActivation(answer: unknown): answer is Activation {
  return typeof answer === 'object' && answer !== null && 'jobs' in answer && Array.isArray(answer.jobs);
}
