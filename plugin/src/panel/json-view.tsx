import type { ComponentChildren } from '@bpmn-io/properties-panel/preact';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Json } from '@eventbridge-kit/issue';
import { jsonTokens } from './json-tokens.ts';

/** A JSON value, coloured; only ever as text. */
export function JsonView({ value }: { readonly value: Json }): JSX.Element {
  return (
    <pre class="bjse-json">
      {jsonTokens(value).map(({ kind, text }, index) => (
        <span key={index} class={`bjse-json-${kind}`}>
          {text}
        </span>
      ))}
    </pre>
  );
}

/** A JSON value on one line; a long one folds. */
export function ValueView({ value }: { readonly value: Json }): JSX.Element {
  return (
    <Folding text={JSON.stringify(value)}>
      <JsonView value={value} />
    </Folding>
  );
}

/** Code on one line; a long one folds. */
export function TextView({ text }: { readonly text: string }): JSX.Element {
  return (
    <Folding text={text}>
      <pre class="bjse-json">{text}</pre>
    </Folding>
  );
}

/** More than this does not stay on its line. */
const INLINE_CHARS = 72;

function Folding({ text, children }: { readonly text: string; readonly children: ComponentChildren }): JSX.Element {
  const line = text.replaceAll(/\s+/g, ' ');
  if (line.length <= INLINE_CHARS) return <code class="bjse-code">{line}</code>;
  return (
    <details class="bjse-fold">
      <summary>
        <code class="bjse-code">{line.slice(0, INLINE_CHARS)}…</code>
      </summary>
      {children}
    </details>
  );
}
