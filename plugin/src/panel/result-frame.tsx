import type { ComponentChildren } from '@bpmn-io/properties-panel/preact';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Run } from '../test-send/session.ts';
import { useTools } from './context.ts';

interface ResultFrameProps {
  /** Absent: the preview stands in it. */
  readonly run?: Run['status'];
  readonly children: ComponentChildren;
}

/** The panel's right side; the keyboard scrolls it. */
export function ResultFrame({ run, children }: ResultFrameProps): JSX.Element {
  const label = useTools().translate('Result');
  const view = run === undefined ? 'preview' : 'sent';
  return (
    <div class="bjse-result" role="region" aria-label={label} tabIndex={0} data-view={view} data-run={run}>
      {children}
    </div>
  );
}
