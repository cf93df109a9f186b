import { evaluateFeel, type FeelWorld, type Json, type JsonObject } from '@eventbridge-kit/connector';

/** The moment of both clocks. */
export const NOW = '2026-11-23T10:30:45Z';
export const ZONE = 'Z';

const WORLD: FeelWorld = {
  now: () => ({ epochMs: Date.parse(NOW), zone: ZONE }),
  random: () => 0.25,
  uuid: () => '3f2b8c1e-5d6a-4b7c-8d9e-0a1b2c3d4e5f',
};

/** What our evaluation makes of an expression. */
export type OursAnswer =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** The one door to our evaluation. */
export type EvaluateOurs = (expression: string, variables: JsonObject) => OursAnswer;

export const evaluateOurs: EvaluateOurs = (expression, variables) => {
  const result = evaluateFeel(`=${expression}`, variables, WORLD);
  return result.status === 'ok'
    ? { kind: 'value', value: result.value }
    : { kind: result.status, message: result.message };
};
