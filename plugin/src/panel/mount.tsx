import { render } from '@bpmn-io/properties-panel/preact';
import { PanelContext, type PanelTools } from './context.ts';
import { Panel } from './panel.tsx';

export interface PanelHandle {
  /** Brings the focus into the panel. */
  focus(): void;
  unmount(): void;
}

/** Renders the panel into its place. */
export function mountPanel(tools: PanelTools): PanelHandle {
  const { root } = tools.place;
  render(
    <PanelContext.Provider value={tools}>
      <Panel />
    </PanelContext.Provider>,
    root,
  );
  return {
    focus: () => root.querySelector<HTMLElement>('.bjse-panel')?.focus({ preventScroll: true }),
    unmount: () => render(null, root),
  };
}
