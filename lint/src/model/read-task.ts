import { familyOf } from './families/ids.ts';
import { FAMILIES } from './families/index.ts';
import { parseEngineVersion, type EngineVersion } from './engine-version.ts';
import type { EventTask } from './event-task.ts';
import { jobTypeOf, readJobTask, templateIdOf } from './job-task.ts';
import { foreignTextOf, isNode } from './node.ts';

/**
 * The task as the diagram has it; undefined for every element that is no EventBridge task. Never throws.
 *
 * @param element a business object of bpmn-js, or an element of bpmn-moddle
 * @param engine version of the diagram's engine, see `engineOf`
 */
export function readTask(element: unknown, engine?: EngineVersion): EventTask | undefined {
  if (!isNode(element)) return undefined;
  // Most elements are no such task: their texts are not read.
  const family = familyOf(FAMILIES, templateIdOf(element), jobTypeOf(element));
  const task = family && readJobTask(element);
  return task && { ...task, family, ...(engine && { engine }) };
}

/** The engine version that a diagram states; undefined for another product's diagram, or where it states none. */
export function engineOf(definitions: unknown): EngineVersion | undefined {
  if (!isNode(definitions)) return undefined;
  if (foreignTextOf(definitions, 'modeler', 'executionPlatform') !== 'Camunda Cloud') return undefined;
  return parseEngineVersion(foreignTextOf(definitions, 'modeler', 'executionPlatformVersion'));
}
