import type { RunEvent } from '../../run-events.ts';
import type { Modeler } from '../modeler.ts';

type Marker = 'run-active' | 'run-completed' | 'run-terminated' | 'run-incident';

/** Colours of the diagram's elements: where the instance is, where it was, and where it stands still. */
export class RunMarks {
  readonly #modeler: Modeler;
  readonly #marked = new Map<string, Marker>();

  constructor(modeler: Modeler) {
    this.#modeler = modeler;
  }

  show(event: RunEvent): void {
    if (event.type === 'element') this.#mark(event.elementId, `run-${event.state}`);
    else if (event.type === 'incident') this.#mark(event.elementId, 'run-incident');
  }

  clear(): void {
    for (const id of [...this.#marked.keys()]) this.#mark(id, undefined);
  }

  #mark(id: string, marker: Marker | undefined): void {
    const canvas = this.#modeler.get('canvas');
    const before = this.#marked.get(id);
    // Elements of a called process are in another diagram.
    const isHere = this.#modeler.get('elementRegistry').filter((element) => element.id === id).length > 0;
    if (isHere && before !== undefined) canvas.removeMarker(id, before);
    this.#marked.delete(id);
    if (!isHere || marker === undefined) return;
    canvas.addMarker(id, marker);
    this.#marked.set(id, marker);
  }
}
