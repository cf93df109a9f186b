/** Job types whose tasks put an event on Amazon EventBridge. */
export const EVENT_BRIDGE_JOB_TYPES: readonly string[] = [
  'eventbridge-kit:send-event:1',
  // Camunda's own connector: https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/aws-eventbridge/
  'io.camunda:aws-eventbridge:1',
];
