/** BPMN elements that a template can apply to. */
export const ELEMENT_TYPES = [
  'bpmn:Task',
  'bpmn:ServiceTask',
  'bpmn:UserTask',
  'bpmn:SendTask',
  'bpmn:ReceiveTask',
  'bpmn:ManualTask',
  'bpmn:BusinessRuleTask',
  'bpmn:ScriptTask',
  'bpmn:CallActivity',
  'bpmn:SubProcess',
  'bpmn:AdHocSubProcess',
  'bpmn:Transaction',
  'bpmn:StartEvent',
  'bpmn:EndEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:IntermediateThrowEvent',
  'bpmn:BoundaryEvent',
  'bpmn:Gateway',
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:EventBasedGateway',
  'bpmn:ComplexGateway',
  'bpmn:SequenceFlow',
  'bpmn:Process',
  'bpmn:Participant',
  'bpmn:Collaboration',
  'bpmn:DataObjectReference',
  'bpmn:DataStoreReference',
  'bpmn:TextAnnotation',
  'bpmn:Group',
  'bpmn:Activity',
  'bpmn:Event',
  'bpmn:FlowNode',
  'bpmn:FlowElement',
] as const;

/** Events that wait. */
export const CATCH_EVENTS = ['bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent'] as const;

/** All events. */
export const EVENTS = [...CATCH_EVENTS, 'bpmn:IntermediateThrowEvent', 'bpmn:EndEvent'] as const;

export type ElementType = (typeof ELEMENT_TYPES)[number];

type CatchEvent = (typeof CATCH_EVENTS)[number];

type AnyEvent = (typeof EVENTS)[number];

/** What the element becomes when the template is applied. */
export type ElementSpec =
  | { readonly value: ElementType; readonly eventDefinition?: never }
  | {
      readonly value: AnyEvent;
      readonly eventDefinition: 'bpmn:MessageEventDefinition' | 'bpmn:SignalEventDefinition';
    }
  | {
      readonly value: CatchEvent;
      readonly eventDefinition: 'bpmn:TimerEventDefinition' | 'bpmn:ConditionalEventDefinition';
    };
