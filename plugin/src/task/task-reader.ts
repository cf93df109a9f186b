import type { InputMapping, TaskSource } from '@eventbridge-kit/connector';
import { childrenOf, extensionOf, textOf, type ModdleElement } from '../host/moddle.ts';
import { EVENT_BRIDGE_JOB_TYPES } from './job-types.ts';

/**
 * One task as the diagram has it: job type, input mappings in order, headers, retries. Nothing is evaluated and nothing
 * is checked. `undefined` where the element is no job: it has no task definition with a type.
 */
export function readTask(businessObject: ModdleElement): TaskSource | undefined {
  const definition = extensionOf(businessObject, 'zeebe:TaskDefinition');
  if (!definition) return undefined;
  const jobType = textOf(definition, 'type');
  if (jobType === undefined) return undefined;
  const retries = textOf(definition, 'retries');
  return {
    elementId: textOf(businessObject, 'id') ?? '',
    jobType,
    inputs: readInputs(businessObject),
    headers: readHeaders(businessObject),
    ...(retries === undefined ? {} : { retries }),
  };
}

/** Whether the element is a task that puts an event on Amazon EventBridge, made with whichever template. */
export function isEventBridgeTask(businessObject: ModdleElement): boolean {
  const definition = extensionOf(businessObject, 'zeebe:TaskDefinition');
  return definition !== undefined && EVENT_BRIDGE_JOB_TYPES.includes(textOf(definition, 'type') ?? '');
}

function readInputs(businessObject: ModdleElement): readonly InputMapping[] {
  const mapping = extensionOf(businessObject, 'zeebe:IoMapping');
  if (!mapping) return [];
  return childrenOf(mapping, 'inputParameters').map((input) => ({
    target: textOf(input, 'target') ?? '',
    source: textOf(input, 'source') ?? '',
  }));
}

function readHeaders(businessObject: ModdleElement): Readonly<Record<string, string>> {
  const headers = extensionOf(businessObject, 'zeebe:TaskHeaders');
  if (!headers) return {};
  return Object.fromEntries(
    childrenOf(headers, 'values').map((header) => [textOf(header, 'key') ?? '', textOf(header, 'value') ?? '']),
  );
}
