import type { PanelPlace } from 'bpmn-js-eventbridge';
import { byId, make } from '../page.ts';

/** A place below the diagram, for one panel at a time: the diagram gives way, nothing lies on top of it. */
export function placeBelow(onMoved: () => void): PanelPlace {
  const bottom = byId('bottom');
  const root = make('div', { class: 'bottom-place' });
  const draw = (): void => {
    const isOpen = bottom.childElementCount > 0;
    bottom.hidden = !isOpen;
    byId('bottom-edge').hidden = !isOpen;
    onMoved();
  };
  return {
    root,
    open: () => {
      bottom.append(root);
      draw();
    },
    close: () => {
      root.remove();
      draw();
    },
  };
}
