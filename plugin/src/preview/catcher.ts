import { readDiagram, readTask } from 'bpmnlint-plugin-eventbridge/core';
import type { ModdleElement } from '../host/moddle.ts';

/** What becomes of a BPMN error in the diagram. */
export type Caught =
  | { readonly status: 'caught'; readonly id: string; readonly name: string }
  /** Nothing here catches it: the process stops with an incident, unless a process that calls this one catches it. */
  | { readonly status: 'uncaught' }
  /** The code of what may catch it is an expression. */
  | { readonly status: 'unknown' };

/** The event that catches an error of this code: one with the code before one that catches all, nearest first. */
export function catcherOf(task: ModdleElement, code: string): Caught {
  const diagram = readDiagram(rootOf(task));
  const read = readTask(task, diagram.engine);
  const all = read ? diagram.catchersOf(read) : [];
  for (const near of [all.filter(({ onTask }) => onTask), all.filter(({ onTask }) => !onTask)]) {
    const found = near.find((catcher) => catcher.code === code) ?? near.find((catcher) => catcher.code === undefined);
    if (found) return { status: 'caught', id: found.id, name: found.name ?? found.id };
    if (near.some((catcher) => catcher.code?.startsWith('=') === true)) return { status: 'unknown' };
  }
  return { status: 'uncaught' };
}

function rootOf(element: ModdleElement): ModdleElement {
  let root = element;
  while (root.$parent) root = root.$parent;
  return root;
}
