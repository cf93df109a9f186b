import type { BindingKind } from './binding-kind.ts';

type TimerMember = 'timeDate' | 'timeDuration' | 'timeCycle';

/** The date, duration or cycle of a timer event. */
export interface TimerBinding<out P extends TimerMember = TimerMember> {
  readonly type: 'bpmn:TimerEventDefinition#property';
  readonly name: P;
}

/** What the schema allows with it. */
export type TimerRule = {
  readonly binding: TimerBinding;
  readonly types: 'Hidden' | 'String' | 'Text';
  readonly elements: 'bpmn:StartEvent' | 'bpmn:IntermediateCatchEvent' | 'bpmn:BoundaryEvent';
};

/** The date, duration or cycle of a timer event. */
export const timer = <const P extends TimerMember>(name: P): TimerBinding<P> => ({
  type: 'bpmn:TimerEventDefinition#property',
  name,
});

export const timerBindingKind: BindingKind<TimerBinding> = {
  type: 'bpmn:TimerEventDefinition#property',
  members: ['name', 'type'],
  describe: (binding) => `timer \`${binding.name}\``,
  target: (binding) => `timer \`${binding.name}\``,
};
