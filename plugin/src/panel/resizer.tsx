import type { TargetedPointerEvent } from '@bpmn-io/properties-panel/preact';
import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { useTools } from './context.ts';
import type { PanelEdge } from '../dock.ts';

/** A key moves the edge by this much, in pixels. */
const KEY_STEP_PX = 24;

/** The panel's upper edge: dragged with the pointer, or moved with the arrow keys. */
export function Resizer({ edge }: { readonly edge: PanelEdge }): JSX.Element {
  const { translate } = useTools();
  const [heightPx, setHeightPx] = useState(edge.heightPx);
  const { minPx, maxPx } = edge.bounds;
  const resize = (height: number): void => {
    edge.resize(height);
    setHeightPx(edge.heightPx);
  };
  const steps: Readonly<Record<string, number>> = {
    ArrowUp: heightPx + KEY_STEP_PX,
    ArrowDown: heightPx - KEY_STEP_PX,
    Home: minPx,
    End: maxPx,
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const height = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (height === undefined) return;
    event.preventDefault();
    resize(height);
  };
  const onPointerDown = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    const handle = event.currentTarget;
    const start = { y: event.clientY, heightPx: edge.heightPx };
    const drag = (move: PointerEvent): void => resize(start.heightPx + start.y - move.clientY);
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener('pointermove', drag);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', drag), {
      once: true,
    });
  };
  return (
    <div
      class="bjse-resizer"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={translate('Height of the test send panel')}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      aria-valuenow={heightPx}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    />
  );
}
