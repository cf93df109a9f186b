import { readDiagram, type Diagram } from '../model/diagram.ts';
import { childOf, childrenOf, isNode, isOfType, type Node } from '../model/node.ts';

/** Elements that can catch an error. */
const CATCHERS = ['bpmn:BoundaryEvent', 'bpmn:SubProcess', 'bpmn:AdHocSubProcess', 'bpmn:Transaction'];

/**
 * The diagram with only that in its processes which decides who catches an error of the given tasks: reading it takes
 * the less time the more elements the diagram has besides. Subprocesses stay as they are.
 */
export function surroundingsOf(tasks: readonly Node[], definitions: unknown): Diagram {
  if (!isNode(definitions)) return readDiagram(undefined);
  const wanted = new Set(tasks);
  const processes = new Set(tasks.flatMap((task) => processOf(task) ?? []));
  const rootElements = childrenOf(definitions, 'rootElements')
    .filter((root) => processes.has(root))
    .map((process) =>
      withList(
        process,
        'flowElements',
        childrenOf(process, 'flowElements').filter(
          (element) => wanted.has(element) || CATCHERS.some((type) => isOfType(element, type)),
        ),
      ),
    );
  return readDiagram(withList(definitions, 'rootElements', rootElements));
}

/** The element as it is, but for one list. */
function withList(element: Node, list: string, value: readonly Node[]): Node {
  return Object.create(element, { [list]: { value } }) as Node; // Object.create gives any
}

function processOf(element: Node): Node | undefined {
  let at: Node | undefined = element;
  // A diagram that is half edited may hold a circle.
  for (let depth = 0; at && depth < 100; depth++) {
    if (isOfType(at, 'bpmn:Process')) return at;
    at = childOf(at, '$parent');
  }
  return undefined;
}
