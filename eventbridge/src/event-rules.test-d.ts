import { expectTypeOf } from 'vitest';
import { eventIssue, type EventRuleId } from './event-rules.ts';

// A limit without a rule does not compile.
expectTypeOf<'source-too-long'>().toExtend<EventRuleId>();
expectTypeOf<'source-too-short'>().not.toExtend<EventRuleId>();
expectTypeOf(eventIssue).parameter(0).toHaveProperty('rule').toEqualTypeOf<EventRuleId>();
