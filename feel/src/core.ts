/** All of it but what runs patterns, which is handed in as `patterns`: a page loads it when it needs it. */
export { BUILTINS, builtinOf } from './builtins/info.ts';
export type { ResultType } from './builtins/data.ts';
export type { BuiltinInfo } from './builtins/info.ts';
export { DEFAULT_LIMITS } from './budget.ts';
export type { Limits } from './budget.ts';
export { evaluate, evaluateUnaryTests } from './evaluate.ts';
export type {
  EvaluateOptions,
  FeelExceeded,
  FeelFailed,
  FeelOk,
  FeelRefused,
  FeelResult,
  FeelUnknown,
  FunctionsByName,
  Used,
} from './evaluate.ts';
export type { FeelWarning, WarningKind } from './warning.ts';
export type { FeelMoment, FeelWorld } from './world.ts';
export { evaluateStaticText } from './evaluate/static-text.ts';
export type { StaticText } from './evaluate/static-text.ts';
export { any, on, text } from './builtins/define.ts';
export type { Overload } from './builtins/define.ts';
export type { Evaluation } from './evaluate/evaluation.ts';
export { constantOf } from './read/constant.ts';
export type { Constant } from './read/constant.ts';
export { patternProblems } from './read/patterns.ts';
export type { PatternProblem } from './read/patterns.ts';
export type { FeelPath } from './read/paths.ts';
export { quoteFeel } from './read/quote.ts';
export { leavesOf, read } from './read/reading.ts';
export type { FeelCall, FeelText, Reading } from './read/reading.ts';
export { typesOf } from './read/types.ts';
export type { FeelType, FeelTypes } from './read/types.ts';
export { variablesOf } from './read/variables.ts';
export type { ReadVariable } from './read/variables.ts';
export { EngineFailure } from './signals.ts';
export type { Bound } from './signals.ts';
export { commentAtEnd } from './syntax/line-comment.ts';
export type { Node, TextRange } from './syntax/node.ts';
export type { SyntaxProblem } from './syntax/problem.ts';
export type { CompiledPattern, PatternEngine, PatternMatcher } from './regex/pattern.ts';
export { FeelContext } from './values/value.ts';
export { isNumber } from './values/number.ts';
export type { FeelNumber } from './values/number.ts';
export { FeelDuration } from './values/temporal.ts';
export { typeOf } from './values/value.ts';
export type { FeelValue, Outcome } from './values/value.ts';
