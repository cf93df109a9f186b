import { readDiagram, type Diagram } from '../model/diagram.ts';
import { isNode, isOfType, type Node } from '../model/node.ts';
import { documentationUrl } from '../rule/documentation.ts';
import type { Rule } from '../rule/rule.ts';
import { checkDiagram } from '../run/check.ts';
import type { RuleFactory } from './types.ts';

interface BpmnlintOptions {
  /** True to report the element's name, which modelers show; bpmnlint's command line shows it in place of the rule. */
  readonly names?: boolean;
}

/** A rule as bpmnlint runs it: once for each diagram, all tasks at once. */
export function toBpmnlint(rule: Rule, { names = false }: BpmnlintOptions = {}): RuleFactory {
  const active = [{ rule, severity: rule.severity }];
  return () => ({
    meta: { documentation: { url: documentationUrl(rule.id) } },
    check(node, reporter) {
      if (!isNode(node) || !isOfType(node, 'bpmn:Definitions')) return undefined;
      const diagram = diagramOf(node);
      for (const { elementId, elementName, message, path, fix } of checkDiagram(diagram, active)) {
        reporter.report(elementId, message, {
          ...(names && elementName !== undefined && { name: elementName }),
          ...(path && { path: [...path] }),
          ...(fix && { fix }),
        });
      }
      // The diagram has been looked at as a whole: bpmnlint need not walk on.
      return false;
    },
  });
}

/** bpmnlint asks every rule of a run in turn, without a break: they share one reading of the diagram. */
let shared: { readonly definitions: Node; readonly diagram: Diagram } | undefined;

function diagramOf(definitions: Node): Diagram {
  if (shared?.definitions === definitions) return shared.diagram;
  const diagram = readDiagram(definitions);
  shared = { definitions, diagram };
  // After the run the model may change under the same root.
  void Promise.resolve().then(() => (shared = undefined));
  return diagram;
}
