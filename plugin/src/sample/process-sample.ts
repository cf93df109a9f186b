import type { JsonObject } from '@eventbridge-kit/issue';
import { childrenOf, extensionOf, textOf, type ModdleElement } from '../host/moddle.ts';
import { readTaskSource } from './task-source.ts';
import { exampleOutput } from './example-data.ts';
import { mergeRead, readVariables, readVariablesOf, type ReadVariable } from './read-variables.ts';
import { sampleVariables } from './sample-variables.ts';

/**
 * Variables to start an instance of a process with: the example output of its start events where the diagram has some,
 * else a value of the right shape for each variable that its tasks read and none of them writes.
 */
export function processSample(process: ModdleElement): JsonObject {
  const elements = childrenOf(process, 'flowElements');
  const starts = elements.filter(({ $type }) => $type === 'bpmn:StartEvent').map(exampleOutput);
  const given = Object.assign({}, ...starts) as JsonObject; // objects of JSON are one
  if (Object.keys(given).length > 0) return given;
  const written = new Set(elements.flatMap(writtenBy));
  const read = new Map<string, ReadVariable>();
  for (const variable of elements.flatMap(readBy)) {
    if (written.has(variable.name)) continue;
    const known = read.get(variable.name);
    read.set(variable.name, known ? mergeRead(known, variable) : variable);
  }
  return sampleVariables([...read.values()], {});
}

function readBy(element: ModdleElement): readonly ReadVariable[] {
  const task = readTaskSource(element);
  const script = extensionOf(element, 'zeebe:Script');
  return [...(task ? readVariables(task) : []), ...(script ? readVariablesOf(textOf(script, 'expression') ?? '') : [])];
}

/** Names that an element gives to the process. */
function writtenBy(element: ModdleElement): readonly string[] {
  const script = extensionOf(element, 'zeebe:Script');
  const decision = extensionOf(element, 'zeebe:CalledDecision');
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  return [
    ...[script, decision].flatMap((extension) => (extension ? (textOf(extension, 'resultVariable') ?? []) : [])),
    ...(mapping ? childrenOf(mapping, 'outputParameters').flatMap((output) => textOf(output, 'target') ?? []) : []),
  ].map((name) => name.split('.')[0] ?? name);
}
