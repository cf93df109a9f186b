/** BPMN elements that a template can apply to. */
export type ElementType =
  | 'bpmn:Task'
  | 'bpmn:ServiceTask'
  | 'bpmn:UserTask'
  | 'bpmn:SendTask'
  | 'bpmn:ReceiveTask'
  | 'bpmn:ManualTask'
  | 'bpmn:BusinessRuleTask'
  | 'bpmn:ScriptTask'
  | 'bpmn:CallActivity'
  | 'bpmn:SubProcess'
  | 'bpmn:AdHocSubProcess'
  | 'bpmn:Transaction'
  | 'bpmn:StartEvent'
  | 'bpmn:EndEvent'
  | 'bpmn:IntermediateCatchEvent'
  | 'bpmn:IntermediateThrowEvent'
  | 'bpmn:BoundaryEvent'
  | 'bpmn:Gateway'
  | 'bpmn:ExclusiveGateway'
  | 'bpmn:InclusiveGateway'
  | 'bpmn:ParallelGateway'
  | 'bpmn:EventBasedGateway'
  | 'bpmn:ComplexGateway'
  | 'bpmn:SequenceFlow'
  | 'bpmn:Process'
  | 'bpmn:Participant'
  | 'bpmn:Collaboration'
  | 'bpmn:DataObjectReference'
  | 'bpmn:DataStoreReference'
  | 'bpmn:TextAnnotation'
  | 'bpmn:Group'
  | 'bpmn:Activity'
  | 'bpmn:Event'
  | 'bpmn:FlowNode'
  | 'bpmn:FlowElement';

type CatchEvent = 'bpmn:StartEvent' | 'bpmn:IntermediateCatchEvent' | 'bpmn:BoundaryEvent';

type AnyEvent = CatchEvent | 'bpmn:IntermediateThrowEvent' | 'bpmn:EndEvent';

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
