/** Bounds of the panel's height in pixels; it never takes more than three quarters of the modeler. */
const MIN_HEIGHT_PX = 160;
const DEFAULT_HEIGHT_PX = 400;
const MAX_SHARE = 0.75;

/** Where the panel of test send is shown. A host may hand in a place of its own, such as a tab among its panels. */
export interface PanelPlace {
  /** The panel is rendered into it. */
  readonly root: HTMLElement;
  /** Brings the place into sight. */
  open(): void;
  close(): void;
  /** The edge that a user may drag; absent where the host sizes the place. */
  readonly edge?: PanelEdge;
}

export interface PanelEdge {
  readonly heightPx: number;
  readonly bounds: { readonly minPx: number; readonly maxPx: number };
  /** Sets the height within the bounds. */
  resize(heightPx: number): void;
}

/**
 * The panel's place: below the diagram, inside the modeler's container. The diagram gives way, nothing lies on top of
 * it, and the host's own layout stays as it is.
 */
export class Dock implements PanelPlace, PanelEdge {
  readonly root: HTMLElement;
  readonly #container: HTMLElement;
  readonly #resized: () => void;
  #heightPx: number;

  constructor(container: HTMLElement, resized: () => void, heightPx = DEFAULT_HEIGHT_PX) {
    this.#container = container;
    this.#resized = resized;
    this.#heightPx = heightPx;
    this.root = container.ownerDocument.createElement('div');
    this.root.className = 'bjse-dock';
  }

  get edge(): PanelEdge {
    return this;
  }

  get heightPx(): number {
    return this.#heightPx;
  }

  get bounds(): { readonly minPx: number; readonly maxPx: number } {
    const maxPx = Math.round(this.#container.clientHeight * MAX_SHARE);
    return { minPx: Math.min(MIN_HEIGHT_PX, maxPx), maxPx };
  }

  open(): void {
    this.#container.append(this.root);
    this.#container.classList.add('bjse-docked');
    this.resize(this.#heightPx);
  }

  close(): void {
    this.root.remove();
    this.#container.classList.remove('bjse-docked');
    this.#container.style.removeProperty('--bjse-height');
    this.#resized();
  }

  /** Sets the height within its bounds and lets the diagram know. */
  resize(heightPx: number): void {
    const { minPx, maxPx } = this.bounds;
    this.#heightPx = Math.min(maxPx, Math.max(minPx, Math.round(heightPx)));
    this.#container.style.setProperty('--bjse-height', `${this.#heightPx}px`);
    this.#resized();
  }
}
