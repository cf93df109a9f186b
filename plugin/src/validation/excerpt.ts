import { childrenOf, type ModdleElement } from '../host/moddle.ts';

/** Elements that can catch an error. */
const CATCHERS = new Set(['bpmn:BoundaryEvent', 'bpmn:SubProcess', 'bpmn:AdHocSubProcess', 'bpmn:Transaction']);

/**
 * The diagram's root with only that in its processes which decides who catches an error of the given tasks: reading it
 * takes the less time the more tasks the diagram has besides. Subprocesses stay as they are.
 */
export function excerptAround(
  businessObjects: readonly ModdleElement[],
  definitions: ModdleElement | undefined,
): object | undefined {
  if (!definitions) return undefined;
  const wanted = new Set(businessObjects);
  const processes = new Set(businessObjects.flatMap((task) => processOf(task) ?? []));
  const rootElements = childrenOf(definitions, 'rootElements')
    .filter((root) => processes.has(root))
    .map((process) =>
      changed(process, 'flowElements', (element) => wanted.has(element) || CATCHERS.has(element.$type)),
    );
  return Object.create(definitions, { rootElements: { value: rootElements } }) as object; // Object.create gives any
}

/** The element as it is, but for one list. */
function changed(element: ModdleElement, list: string, keep: (item: ModdleElement) => boolean): object {
  const value = childrenOf(element, list).filter(keep);
  return Object.create(element, { [list]: { value } }) as object; // Object.create gives any
}

function processOf(element: ModdleElement): ModdleElement | undefined {
  let at: ModdleElement | undefined = element;
  // A diagram that is half edited may hold a circle.
  for (let depth = 0; at && depth < 100; depth++) {
    if (at.$type === 'bpmn:Process') return at;
    at = at.$parent;
  }
  return undefined;
}
