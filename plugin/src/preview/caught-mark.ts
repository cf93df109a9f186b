import type { HostCanvas } from '../host/bpmn-js.ts';

/** Class of the event in the diagram that catches the error of the answer shown. */
const MARKER = 'bjse-catches';

/** Marks one event of the diagram at a time. */
export class CaughtMark {
  readonly #canvas: HostCanvas;
  #id: string | undefined;

  constructor(canvas: HostCanvas) {
    this.#canvas = canvas;
  }

  /** @param id nothing: no event is marked */
  set(id: string | undefined): void {
    if (id === this.#id) return;
    if (this.#id !== undefined) this.#remove(this.#id);
    this.#id = id;
    if (id !== undefined) this.#canvas.addMarker(id, MARKER);
  }

  /** The event may be gone with its diagram. */
  #remove(id: string): void {
    try {
      this.#canvas.removeMarker(id, MARKER);
    } catch {
      // nothing is marked then
    }
  }
}
