import type { ModdleElement } from 'bpmn-js-eventbridge';

/** A process that can be started. */
export interface StartableProcess {
  readonly id: string;
  readonly name: string;
  readonly element: ModdleElement;
}

/** The executable processes of a diagram, in its order. */
export function startableProcesses(definitions: ModdleElement | undefined): readonly StartableProcess[] {
  const roots = definitions?.get('rootElements');
  if (!Array.isArray(roots)) return [];
  return (roots as readonly ModdleElement[]).flatMap((element) => {
    const id = element.get('id');
    if (element.$type !== 'bpmn:Process' || element.get('isExecutable') !== true || typeof id !== 'string') return [];
    const name = element.get('name');
    return [{ id, name: typeof name === 'string' && name.trim() !== '' ? name : id, element }];
  });
}
