import type { ComponentChildren } from '@bpmn-io/properties-panel/preact';
import { useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Json } from '@eventbridge-kit/issue';
import { useTools } from './context.ts';
import { jsonTokens } from './json-tokens.ts';

/** A longer text is shown up to here, without colours, until somebody wants all of it. */
const MAX_SHOWN_CHARS = 12_000;

/** A JSON value, coloured; only ever as text. */
export function JsonView({ value }: { readonly value: Json }): JSX.Element {
  const text = JSON.stringify(value, null, 2);
  if (text.length > MAX_SHOWN_CHARS) return <LongText text={text} />;
  return (
    <pre class="bjse-json">
      {jsonTokens(value).map((token, index) => (
        <span key={index} class={`bjse-json-${token.kind}`}>
          {token.text}
        </span>
      ))}
    </pre>
  );
}

function LongText({ text }: { readonly text: string }): JSX.Element {
  const { translate } = useTools();
  const [all, setAll] = useState(false);
  if (all || text.length <= MAX_SHOWN_CHARS) return <pre class="bjse-json">{text}</pre>;
  return (
    <>
      <pre class="bjse-json">{text.slice(0, MAX_SHOWN_CHARS)}…</pre>
      <button type="button" class="bjse-link" onClick={() => setAll(true)}>
        {translate('Show all {count} characters', { count: text.length.toLocaleString('en') })}
      </button>
    </>
  );
}

/** A JSON value on one line; a long one folds. */
export function ValueView({ value }: { readonly value: Json }): JSX.Element {
  return <Folding text={JSON.stringify(value)}>{() => <JsonView value={value} />}</Folding>;
}

/** Code on one line; a long one folds. */
export function TextView({ text }: { readonly text: string }): JSX.Element {
  return <Folding text={text}>{() => <LongText text={text} />}</Folding>;
}

/** More than this does not stay on its line. */
const INLINE_CHARS = 72;

function Folding({ text, children }: { readonly text: string; readonly children: () => JSX.Element }): JSX.Element {
  const head = text.slice(0, 4 * INLINE_CHARS).replaceAll(/\s+/g, ' ');
  if (text.length <= 4 * INLINE_CHARS && head.length <= INLINE_CHARS) return <code class="bjse-code">{head}</code>;
  return <Fold summary={<code class="bjse-code">{head.slice(0, INLINE_CHARS)}…</code>}>{children}</Fold>;
}

interface FoldProps {
  readonly summary: ComponentChildren;
  /** Made when it is opened: a closed one costs nothing. */
  readonly children: () => JSX.Element;
}

export function Fold({ summary, children }: FoldProps): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details class="bjse-fold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
