import type { TextRange } from './syntax/node.ts';

/** The engine's kinds: https://github.com/camunda/feel-scala/blob/1.19.3/src/main/scala/org/camunda/feel/api/EvaluationFailureType.scala */
export type WarningKind =
  | 'NO_VARIABLE_FOUND'
  | 'NO_CONTEXT_ENTRY_FOUND'
  | 'NO_PROPERTY_FOUND'
  | 'NOT_COMPARABLE'
  | 'INVALID_TYPE'
  | 'NO_FUNCTION_FOUND'
  | 'FUNCTION_INVOCATION_FAILURE'
  | 'ASSERT_FAILURE';

/** Why a part of an expression gave null: the engine notes it and goes on. Values are never in the message. */
export interface FeelWarning extends TextRange {
  readonly kind: WarningKind;
  readonly message: string;
  /** The variable, entry or function that was looked for. */
  readonly name?: string;
}
