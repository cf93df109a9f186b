/** A key moves an edge by this much, in pixels. */
const KEY_STEP_PX = 24;

/** The pane on the far side of an edge, to its right or below it. */
export interface SplitPane {
  sizePx(): number;
  bounds(): { readonly minPx: number; readonly maxPx: number };
  /** Sets the size within the bounds. */
  resize(sizePx: number): void;
  /** Takes the pane away, where it can be. */
  collapse?: () => void;
}

/**
 * Makes an edge of index.html move: with the pointer, with arrows, Home and End; Enter or a double click takes the pane
 * away. https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
 */
export function listenToEdge(edge: HTMLElement, pane: SplitPane): void {
  const isVertical = edge.getAttribute('aria-orientation') === 'vertical';
  const tell = (): void => {
    const { minPx, maxPx } = pane.bounds();
    const values = { valuemin: minPx, valuemax: maxPx, valuenow: pane.sizePx() };
    for (const [name, value] of Object.entries(values)) edge.setAttribute(`aria-${name}`, String(Math.round(value)));
  };
  const resize = (sizePx: number): void => {
    pane.resize(sizePx);
    tell();
  };
  edge.addEventListener('focus', tell);
  edge.addEventListener('dblclick', () => pane.collapse?.());
  edge.addEventListener('keydown', (event) => {
    const { minPx, maxPx } = pane.bounds();
    const steps: Readonly<Record<string, number>> = {
      [isVertical ? 'ArrowLeft' : 'ArrowUp']: pane.sizePx() + KEY_STEP_PX,
      [isVertical ? 'ArrowRight' : 'ArrowDown']: pane.sizePx() - KEY_STEP_PX,
      Home: minPx,
      End: maxPx,
    };
    const sizePx = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (sizePx !== undefined) resize(sizePx);
    else if (event.key === 'Enter' && pane.collapse) pane.collapse();
    else return;
    event.preventDefault();
  });
  edge.addEventListener('pointerdown', (event) => {
    const at = (moved: PointerEvent): number => (isVertical ? moved.clientX : moved.clientY);
    const start = { at: at(event), sizePx: pane.sizePx() };
    const drag = (moved: PointerEvent): void => resize(start.sizePx + start.at - at(moved));
    edge.setPointerCapture(event.pointerId);
    edge.addEventListener('pointermove', drag);
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', drag), { once: true });
  });
  tell();
}
