import type { BindingKind } from './binding-kind.ts';
import { type AdHocBinding, type AdHocRule, adHocBindingKind } from './ad-hoc.ts';
import {
  type AgentDefinitionBinding,
  type AgentDefinitionRule,
  agentDefinitionBindingKind,
} from './agent-definition.ts';
import { type AssignmentBinding, type AssignmentRule, assignmentBindingKind } from './assignment.ts';
import { type CalledDecisionBinding, type CalledDecisionRule, calledDecisionBindingKind } from './called-decision.ts';
import { type CalledElementBinding, type CalledElementRule, calledElementBindingKind } from './called-element.ts';
import {
  type ConditionExpressionBinding,
  type ConditionExpressionRule,
  conditionExpressionBindingKind,
} from './condition-expression.ts';
import {
  type ConditionVariableEventsBinding,
  type ConditionVariableEventsRule,
  conditionVariableEventsBindingKind,
} from './condition-variable-events.ts';
import {
  type ExecutionListenerBinding,
  type ExecutionListenerRule,
  executionListenerBindingKind,
} from './execution-listener.ts';
import { type FormDefinitionBinding, type FormDefinitionRule, formDefinitionBindingKind } from './form-definition.ts';
import { type HeaderBinding, type HeaderRule, headerBindingKind } from './header.ts';
import { type InputBinding, type InputRule, inputBindingKind } from './input.ts';
import { type JobPriorityBinding, type JobPriorityRule, jobPriorityBindingKind } from './job-priority.ts';
import { type LinkedResourceBinding, type LinkedResourceRule, linkedResourceBindingKind } from './linked-resource.ts';
import {
  type MessagePropertyBinding,
  type MessagePropertyRule,
  messagePropertyBindingKind,
} from './message-property.ts';
import { type OutputBinding, type OutputRule, outputBindingKind } from './output.ts';
import { type PriorityBinding, type PriorityRule, priorityBindingKind } from './priority.ts';
import { type PropertyBinding, type PropertyRule, propertyBindingKind } from './property.ts';
import { type ScriptBinding, type ScriptRule, scriptBindingKind } from './script.ts';
import { type SignalNameBinding, type SignalNameRule, signalNameBindingKind } from './signal-name.ts';
import {
  type SubscriptionPropertyBinding,
  type SubscriptionPropertyRule,
  subscriptionPropertyBindingKind,
} from './subscription-property.ts';
import { type TaskDefinitionBinding, type TaskDefinitionRule, taskDefinitionBindingKind } from './task-definition.ts';
import {
  type TaskDefinitionTypeBinding,
  type TaskDefinitionTypeRule,
  taskDefinitionTypeBindingKind,
} from './task-definition-type.ts';
import { type TaskListenerBinding, type TaskListenerRule, taskListenerBindingKind } from './task-listener.ts';
import { type TaskScheduleBinding, type TaskScheduleRule, taskScheduleBindingKind } from './task-schedule.ts';
import { type TimerBinding, type TimerRule, timerBindingKind } from './timer.ts';
import { type UserTaskBinding, type UserTaskRule, userTaskBindingKind } from './user-task.ts';
import { type ZeebePropertyBinding, type ZeebePropertyRule, zeebePropertyBindingKind } from './zeebe-property.ts';

/** Every binding of the schema. */
export type Binding =
  | AdHocBinding
  | AgentDefinitionBinding
  | AssignmentBinding
  | CalledDecisionBinding
  | CalledElementBinding
  | ConditionExpressionBinding
  | ConditionVariableEventsBinding
  | ExecutionListenerBinding
  | FormDefinitionBinding
  | HeaderBinding
  | InputBinding
  | JobPriorityBinding
  | LinkedResourceBinding
  | MessagePropertyBinding
  | OutputBinding
  | PriorityBinding
  | PropertyBinding
  | ScriptBinding
  | SignalNameBinding
  | SubscriptionPropertyBinding
  | TaskDefinitionBinding
  | TaskDefinitionTypeBinding
  | TaskListenerBinding
  | TaskScheduleBinding
  | TimerBinding
  | UserTaskBinding
  | ZeebePropertyBinding;

/** Every rule of the schema on a binding. */
export type AnyBindingRule =
  | AdHocRule
  | AgentDefinitionRule
  | AssignmentRule
  | CalledDecisionRule
  | CalledElementRule
  | ConditionExpressionRule
  | ConditionVariableEventsRule
  | ExecutionListenerRule
  | FormDefinitionRule
  | HeaderRule
  | InputRule
  | JobPriorityRule
  | LinkedResourceRule
  | MessagePropertyRule
  | OutputRule
  | PriorityRule
  | PropertyRule
  | ScriptRule
  | SignalNameRule
  | SubscriptionPropertyRule
  | TaskDefinitionRule
  | TaskDefinitionTypeRule
  | TaskListenerRule
  | TaskScheduleRule
  | TimerRule
  | UserTaskRule
  | ZeebePropertyRule;

/** Every kind by its name. */
export const BINDING_KINDS: { readonly [T in Binding['type']]: BindingKind<Extract<Binding, { readonly type: T }>> } = {
  'zeebe:adHoc': adHocBindingKind,
  'zeebe:agentDefinition': agentDefinitionBindingKind,
  'zeebe:assignmentDefinition': assignmentBindingKind,
  'zeebe:calledDecision': calledDecisionBindingKind,
  'zeebe:calledElement': calledElementBindingKind,
  'bpmn:ConditionalEventDefinition#property': conditionExpressionBindingKind,
  'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property': conditionVariableEventsBindingKind,
  'zeebe:executionListener': executionListenerBindingKind,
  'zeebe:formDefinition': formDefinitionBindingKind,
  'zeebe:taskHeader': headerBindingKind,
  'zeebe:input': inputBindingKind,
  'zeebe:jobPriorityDefinition': jobPriorityBindingKind,
  'zeebe:linkedResource': linkedResourceBindingKind,
  'bpmn:Message#property': messagePropertyBindingKind,
  'zeebe:output': outputBindingKind,
  'zeebe:priorityDefinition': priorityBindingKind,
  property: propertyBindingKind,
  'zeebe:script': scriptBindingKind,
  'bpmn:Signal#property': signalNameBindingKind,
  'bpmn:Message#zeebe:subscription#property': subscriptionPropertyBindingKind,
  'zeebe:taskDefinition': taskDefinitionBindingKind,
  'zeebe:taskDefinition:type': taskDefinitionTypeBindingKind,
  'zeebe:taskListener': taskListenerBindingKind,
  'zeebe:taskSchedule': taskScheduleBindingKind,
  'bpmn:TimerEventDefinition#property': timerBindingKind,
  'zeebe:userTask': userTaskBindingKind,
  'zeebe:property': zeebePropertyBindingKind,
};

/** The kind of a binding. */
export const bindingKind = (binding: Binding): BindingKind<Binding> =>
  // The registry's type ties each kind to its own binding; the lookup by the binding's own name keeps them together.
  BINDING_KINDS[binding.type] as unknown as BindingKind<Binding>;
