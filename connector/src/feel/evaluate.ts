import { evaluate, SyntaxError as FeelSyntaxError } from '@bpmn-io/feelin';
import type { Json, JsonObject } from '../json.ts';
import type { FeelFunctions } from './functions.ts';
import type { FeelResult } from './result.ts';
import type { FeelWorld } from './world.ts';

/** Evaluates one FEEL expression; a leading `=` is left out. Never throws. */
export function evaluateFeel(expression: string, context: JsonObject, world: FeelWorld): FeelResult {
  return evaluateWith(expression, context, world, {});
}

/** The same with functions besides the engine's own: an error expression has some. */
export function evaluateWith(
  expression: string,
  context: JsonObject,
  world: FeelWorld,
  functions: FeelFunctions,
): FeelResult {
  const offset = expression.startsWith('=') ? 1 : 0;
  try {
    const { value, warnings } = evaluate(
      expression.slice(offset),
      { ...context, ...functions, uuid: () => world.uuid() },
      'camunda',
    );
    const unknown = warnings.find((warning) => warning.type === 'NO_FUNCTION_FOUND');
    if (unknown !== undefined) return { status: 'unknown', message: unknown.message };
    return {
      status: 'ok',
      value: JSON.parse(JSON.stringify(value ?? null)) as Json,
      warnings: warnings.map((warning) => warning.message),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not a FEEL expression';
    if (!(error instanceof FeelSyntaxError)) return { status: 'failed', message };
    const { from, to } = error.position;
    return { status: 'failed', message, position: { from: from + offset, to: to + offset } };
  }
}
