import type { Rule } from '../rule/rule.ts';
import { rule as detailIntegerRange } from './detail-integer-range.ts';
import { rule as detailNotJson } from './detail-not-json.ts';
import { rule as detailNotObject } from './detail-not-object.ts';
import { rule as detailRequired } from './detail-required.ts';
import { rule as detailTooDeep } from './detail-too-deep.ts';
import { rule as detailTypeRequired } from './detail-type-required.ts';
import { rule as detailTypeTooLong } from './detail-type-too-long.ts';
import { rule as endpointFormat } from './endpoint-format.ts';
import { rule as endpointIdFormat } from './endpoint-id-format.ts';
import { rule as endpointIdTooLong } from './endpoint-id-too-long.ts';
import { rule as endpointInsecure } from './endpoint-insecure.ts';
import { rule as eventBusNameFormat } from './event-bus-name-format.ts';
import { rule as eventBusNameRequired } from './event-bus-name-required.ts';
import { rule as eventBusNameTooLong } from './event-bus-name-too-long.ts';
import { rule as eventBusPartition } from './event-bus-partition.ts';
import { rule as eventBusRegion } from './event-bus-region.ts';
import { rule as eventBusV2 } from './event-bus-v2.ts';
import { rule as eventLarge } from './event-large.ts';
import { rule as eventTooLarge } from './event-too-large.ts';
import { rule as feelArity } from './feel-arity.ts';
import { rule as feelFunctionEngine } from './feel-function-engine.ts';
import { rule as feelIndexZero } from './feel-index-zero.ts';
import { rule as feelMissingEquals } from './feel-missing-equals.ts';
import { rule as feelSyntax } from './feel-syntax.ts';
import { rule as feelUnknownFunction } from './feel-unknown-function.ts';
import { rule as regionFormat } from './region-format.ts';
import { rule as regionRequired } from './region-required.ts';
import { rule as regionUnknown } from './region-unknown.ts';
import { rule as resourceEmpty } from './resource-empty.ts';
import { rule as resourceTooLong } from './resource-too-long.ts';
import { rule as sourceRequired } from './source-required.ts';
import { rule as sourceReserved } from './source-reserved.ts';
import { rule as sourceTooLong } from './source-too-long.ts';
import { rule as timeFormat } from './time-format.ts';
import { rule as traceHeaderEmpty } from './trace-header-empty.ts';
import { rule as traceHeaderFormat } from './trace-header-format.ts';
import { rule as traceHeaderTooLong } from './trace-header-too-long.ts';

/** Every rule, in the order in which a task's findings are listed: fields, secrets, FEEL, outcome, template. */
export const RULES: readonly Rule[] = [
  regionRequired,
  regionFormat,
  regionUnknown,
  eventBusNameRequired,
  eventBusNameFormat,
  eventBusNameTooLong,
  eventBusV2,
  eventBusRegion,
  eventBusPartition,
  sourceRequired,
  sourceReserved,
  sourceTooLong,
  detailTypeRequired,
  detailTypeTooLong,
  detailRequired,
  detailNotJson,
  detailNotObject,
  detailTooDeep,
  detailIntegerRange,
  eventTooLarge,
  eventLarge,
  resourceEmpty,
  resourceTooLong,
  timeFormat,
  traceHeaderEmpty,
  traceHeaderTooLong,
  traceHeaderFormat,
  endpointIdFormat,
  endpointIdTooLong,
  endpointFormat,
  endpointInsecure,
  feelSyntax,
  feelMissingEquals,
  feelUnknownFunction,
  feelArity,
  feelFunctionEngine,
  feelIndexZero,
];

/** The rule of this id; undefined where there is none. */
export function ruleOf(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
