import type { Json } from '@eventbridge-kit/connector';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
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

/** A short value stays on its line, a long one folds. */
const INLINE_CHARS = 80;

export function ValueView({ value }: { readonly value: Json }): JSX.Element {
  const text = JSON.stringify(value);
  if (text.length <= INLINE_CHARS) return <code class="bjse-code">{text}</code>;
  return (
    <details class="bjse-fold">
      <summary>
        <code class="bjse-code">{text.slice(0, INLINE_CHARS)}…</code>
      </summary>
      <JsonView value={value} />
    </details>
  );
}
