import { describe, expect, it } from 'vitest';
import { reasonOf } from './deploy-problem.ts';

describe('what an engine says', () => {
  it('of a diagram that it refuses names the element and the reason, and nothing of the protocol', () => {
    const error = new Error(
      "3 INVALID_ARGUMENT: Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, " +
        "but encountered the following errors:\n'diagram.bpmn': - Element: Task_1 > extensionElements > taskDefinition\n" +
        "    - ERROR: Attribute 'type' must be present and not empty\n",
    );
    expect(reasonOf(error)).toBe(
      'The engine refuses the diagram. - Element: Task_1 > extensionElements > taskDefinition\n' +
        "    - ERROR: Attribute 'type' must be present and not empty",
    );
  });

  it('when it is gone tells what to do', () => {
    expect(reasonOf(new Error('14 UNAVAILABLE: No connection established'))).toMatch(
      /does not answer.*ZEEBE_GRPC_ADDRESS/,
    );
  });

  it('when an instance has not ended tells where to look', () => {
    expect(reasonOf(new Error('4 DEADLINE_EXCEEDED: Deadline exceeded after 60s'))).toMatch(/a minute.*Operate/);
  });
});
