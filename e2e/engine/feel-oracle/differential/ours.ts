import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { evaluate, type FeelWarning, type FeelWorld } from 'camunda-feel';

/** The moment of both clocks. */
export const NOW = '2026-11-23T10:30:45Z';
export const ZONE = 'Z';

let ids = 0;

const world: FeelWorld = {
  now: () => ({ epochMs: Date.parse(NOW), zone: ZONE }),
  random: () => 0.25,
  uuid: () => `3f2b8c1e-5d6a-4b7c-8d9e-${String((ids += 1)).padStart(12, '0')}`,
};

/**
 * What our evaluation makes of an expression, in the words of the library's answers. Unknown: it cannot tell; thrown: it
 * broke its promise to give an answer in every case.
 */
export type OursAnswer =
  | { readonly kind: 'value'; readonly value: Json; readonly warnings: readonly FeelWarning[] }
  | { readonly kind: 'refused' | 'incident' | 'unknown' | 'thrown'; readonly message: string };

/** The one door to our evaluation. */
export type EvaluateOurs = (expression: string, variables: JsonObject) => OursAnswer;

const KINDS = { refused: 'refused', failed: 'incident', unknown: 'unknown', exceeded: 'unknown' } as const;

export const evaluateOurs: EvaluateOurs = (expression, variables) => {
  try {
    const result = evaluate(expression, { variables, world });
    return result.status === 'ok'
      ? { kind: 'value', value: result.value, warnings: result.warnings }
      : { kind: KINDS[result.status], message: result.message };
  } catch (error) {
    return { kind: 'thrown', message: String(error) };
  }
};
