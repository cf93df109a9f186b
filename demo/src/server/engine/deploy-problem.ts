import { thrownText } from '@eventbridge-kit/issue';

/** The client's words for an engine's answer: a status code and its name come before what the engine says. */
const STATUS = /^(?:Error: )?\d{1,2} [A-Z_]+: /;

/**
 * What an engine says of a deployment or a start that it refuses, for people:
 *
 *     Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the
 *     following errors: 'diagram.bpmn': - Element: Task_1 > extensionElements > taskDefinition - ERROR: ...
 */
export function reasonOf(error: unknown): string {
  const text = thrownText(error).replace(STATUS, '');
  if (/DEADLINE_EXCEEDED/.test(error instanceof Error ? error.message : '')) {
    return (
      'The instance has not ended within a minute: it may wait for a user task, a timer, a message, or at an incident. ' +
      'Look for it in Operate.'
    );
  }
  if (/UNAVAILABLE|ECONNREFUSED|No connection established/.test(error instanceof Error ? error.message : '')) {
    return `The engine does not answer: ${text}. Start it, or set ZEEBE_GRPC_ADDRESS to where it runs.`;
  }
  return text
    .replace(/^Command '\w+' rejected with code '\w+': /, '')
    .replace(
      /^Expected to deploy new resources, but encountered the following errors:\s*/,
      'The engine refuses the diagram. ',
    )
    .replace(/'diagram\.bpmn':?\s*/, '')
    .trim();
}
