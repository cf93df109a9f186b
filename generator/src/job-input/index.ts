export { MAX_FOUND_LENGTH } from './message.ts';
export type {
  AllMatchCondition,
  Condition,
  Constraints,
  EqualsCondition,
  IsActiveCondition,
  IsEmptyCondition,
  JobDefinition,
  JobProperty,
  OneOfCondition,
  SimpleCondition,
} from './definition.ts';
export type { JobInput } from './infer.ts';
export type { JobInputIssue, JobInputRule } from './issue.ts';
export type { Json, JsonObject } from '@eventbridge-kit/issue';
export { parseJobInput } from './parse.ts';
export type { ParseOptions, ParseResult } from './parse.ts';
export { anyJson, flag, numeric, oneOfTexts, text } from './values/atoms.ts';
export { ok } from './values/job-value.ts';
export type { JobValue, ReadFailure, ReadResult, ValueOf } from './values/job-value.ts';
export { jsonObject, jsonObjectOrText } from './values/json-object.ts';
export { listOf } from './values/list.ts';
