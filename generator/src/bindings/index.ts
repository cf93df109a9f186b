import type { BindingKind } from './binding-kind.ts';
import { type AdHocBinding, adHocBindingKind } from './ad-hoc.ts';
import { type AgentDefinitionBinding, agentDefinitionBindingKind } from './agent-definition.ts';
import { type AssignmentBinding, assignmentBindingKind } from './assignment.ts';
import { type CalledDecisionBinding, calledDecisionBindingKind } from './called-decision.ts';
import { type CalledElementBinding, calledElementBindingKind } from './called-element.ts';
import { type ConditionExpressionBinding, conditionExpressionBindingKind } from './condition-expression.ts';
import {
  type ConditionVariableEventsBinding,
  conditionVariableEventsBindingKind,
} from './condition-variable-events.ts';
import { type ExecutionListenerBinding, executionListenerBindingKind } from './execution-listener.ts';
import { type FormDefinitionBinding, formDefinitionBindingKind } from './form-definition.ts';
import { type HeaderBinding, headerBindingKind } from './header.ts';
import { type InputBinding, inputBindingKind } from './input.ts';
import { type JobPriorityBinding, jobPriorityBindingKind } from './job-priority.ts';
import { type LinkedResourceBinding, linkedResourceBindingKind } from './linked-resource.ts';
import { type MessagePropertyBinding, messagePropertyBindingKind } from './message-property.ts';
import { type OutputBinding, outputBindingKind } from './output.ts';
import { type PriorityBinding, priorityBindingKind } from './priority.ts';
import { type PropertyBinding, propertyBindingKind } from './property.ts';
import { type ScriptBinding, scriptBindingKind } from './script.ts';
import { type SignalNameBinding, signalNameBindingKind } from './signal-name.ts';
import { type SubscriptionPropertyBinding, subscriptionPropertyBindingKind } from './subscription-property.ts';
import { type TaskDefinitionBinding, taskDefinitionBindingKind } from './task-definition.ts';
import { type TaskDefinitionTypeBinding, taskDefinitionTypeBindingKind } from './task-definition-type.ts';
import { type TaskListenerBinding, taskListenerBindingKind } from './task-listener.ts';
import { type TaskScheduleBinding, taskScheduleBindingKind } from './task-schedule.ts';
import { type TimerBinding, timerBindingKind } from './timer.ts';
import { type UserTaskBinding, userTaskBindingKind } from './user-task.ts';
import { type ZeebePropertyBinding, zeebePropertyBindingKind } from './zeebe-property.ts';

// One helper a kind.
export { adHoc, type AdHocBinding } from './ad-hoc.ts';
export { agentDefinition, type AgentDefinitionBinding } from './agent-definition.ts';
export { assignment, type AssignmentBinding } from './assignment.ts';
export { calledDecision, type CalledDecisionBinding } from './called-decision.ts';
export { calledElement, type CalledElementBinding } from './called-element.ts';
export { conditionExpression, type ConditionExpressionBinding } from './condition-expression.ts';
export { conditionVariableEvents, type ConditionVariableEventsBinding } from './condition-variable-events.ts';
export { executionListener, type ExecutionListenerBinding } from './execution-listener.ts';
export { formDefinition, type FormDefinitionBinding } from './form-definition.ts';
export { header, type HeaderBinding } from './header.ts';
export { input, type InputBinding } from './input.ts';
export { jobPriority, type JobPriorityBinding } from './job-priority.ts';
export { linkedResource, type LinkedResourceBinding } from './linked-resource.ts';
export { messageProperty, type MessagePropertyBinding } from './message-property.ts';
export { output, type OutputBinding } from './output.ts';
export { priority, type PriorityBinding } from './priority.ts';
export { property, type PropertyBinding } from './property.ts';
export { script, type ScriptBinding } from './script.ts';
export { signalName, type SignalNameBinding } from './signal-name.ts';
export { subscriptionProperty, type SubscriptionPropertyBinding } from './subscription-property.ts';
export { taskDefinition, type TaskDefinitionBinding } from './task-definition.ts';
export { taskDefinitionType, type TaskDefinitionTypeBinding } from './task-definition-type.ts';
export { taskListener, type TaskListenerBinding } from './task-listener.ts';
export { taskSchedule, type TaskScheduleBinding } from './task-schedule.ts';
export { timer, type TimerBinding } from './timer.ts';
export { userTask, type UserTaskBinding } from './user-task.ts';
export { zeebeProperty, type ZeebePropertyBinding } from './zeebe-property.ts';

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

/** Every kind by its name. */
export const BINDING_KINDS = {
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
} as const satisfies { readonly [T in Binding['type']]: BindingKind<Extract<Binding, { readonly type: T }>> };
