import { CATCH_EVENTS } from '../element.ts';
import type { BindingKind } from './binding-kind.ts';

type TimerMember = 'timeDate' | 'timeDuration' | 'timeCycle';

/** The date, duration or cycle of a timer event. */
export interface TimerBinding<out P extends TimerMember = TimerMember> {
  readonly type: 'bpmn:TimerEventDefinition#property';
  readonly name: P;
}

/** The date, duration or cycle of a timer event. */
export function timer<const P extends TimerMember>(name: P): TimerBinding<P> {
  return {
    type: 'bpmn:TimerEventDefinition#property',
    name,
  };
}

export const timerBindingKind = {
  type: 'bpmn:TimerEventDefinition#property',
  example: timer('timeDuration'),
  members: ['name', 'type'],
  describe: (binding) => `timer \`${binding.name}\``,
  target: (binding) => `timer \`${binding.name}\``,
  rules: [{ types: ['Hidden', 'String', 'Text'], elements: CATCH_EVENTS }],
} as const satisfies BindingKind<TimerBinding>;
