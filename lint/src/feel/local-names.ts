import type { SyntaxNode } from '@lezer/common';
import { keyOf, nameText, operandsOf } from './nodes.ts';

/** Whether what surrounds a node defines a name that it sees; true too where that cannot be known. */
type Defines = (around: SyntaxNode, at: SyntaxNode, name: string, source: string) => boolean;

const loop: Defines = (around, at, name, source) =>
  name === 'partial' ||
  (around.getChild('InExpressions')?.getChildren('InExpression') ?? []).some(
    (variable) => variable.to <= at.from && isNamed(variable.getChild('Name'), name, source),
  );

/** By the name of the surrounding node. Any other defines nothing. */
const DEFINES: Readonly<Record<string, Defines>> = {
  Context: (around, at, name, source) =>
    around.getChildren('ContextEntry').some((entry) => entry.to <= at.from && keyOf(entry, source) === name),
  ForExpression: loop,
  QuantifiedExpression: loop,
  FunctionDefinition: (around, _, name, source) =>
    (around.getChild('FormalParameters')?.getChildren('FormalParameter') ?? []).some((parameter) =>
      isNamed(parameter.getChild('ParameterName'), name, source),
    ),
  // The condition sees the members of the item, whatever they are.
  FilterExpression: (around, at) => (operandsOf(around)[0]?.to ?? at.from) <= at.from,
};

/** True where the expression itself defines the name, or may do so, at the place of a node. */
export function isDefinedAround(node: SyntaxNode, name: string, source: string): boolean {
  for (let around = node.parent; around; around = around.parent) {
    if (Object.hasOwn(DEFINES, around.name) && DEFINES[around.name]?.(around, node, name, source) === true) return true;
  }
  return false;
}

function isNamed(node: SyntaxNode | null, name: string, source: string): boolean {
  return node !== null && nameText(node, source) === name;
}
