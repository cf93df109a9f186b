import type { ComponentChildren } from '@bpmn-io/properties-panel/preact';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Sign } from './report-view.ts';

function Icon({ children, name }: { readonly children: ComponentChildren; readonly name: string }): JSX.Element {
  return (
    <svg class={`bjse-icon bjse-icon-${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      {children}
    </svg>
  );
}

export function CloseIcon(): JSX.Element {
  return (
    <Icon name="close">
      <path d="m4 4 8 8m0-8-8 8" fill="none" stroke="currentColor" stroke-width="1.4" />
    </Icon>
  );
}

const SIGNS: Readonly<Record<Sign, JSX.Element>> = {
  ok: <path d="m4.6 8.3 2.3 2.3 4.5-4.9" />,
  failed: <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" />,
  skipped: <path d="M5 8h6" />,
  unknown: <path d="M6.2 6.3c.2-1 .9-1.6 1.9-1.6 1.1 0 1.9.7 1.9 1.6 0 1.4-2 1.5-2 2.9M8 11.2v.4" />,
  warning: <path d="M8 4.5v4.3M8 10.9v.5" />,
};

export function SignIcon({ sign }: { readonly sign: Sign }): JSX.Element {
  return (
    <svg class={`bjse-sign bjse-sign-${sign}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="7" />
      {SIGNS[sign]}
    </svg>
  );
}
