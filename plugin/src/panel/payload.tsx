import { useEffect, useRef, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { asFeel, asJson, isFeelSource, staticValue } from '../payload/convert.ts';
import type { PayloadEditor } from './create-payload-editor.ts';
import { payloadOf, writePayload } from '../payload/detail-field.ts';
import { parseVariables } from '../test-send/variables-text.ts';
import { useTools } from './context.ts';

/** What is typed goes to the diagram after a pause, as one step, in milliseconds. */
const WRITE_AFTER_MS = 250;

/** The event's payload, edited as JSON or as FEEL; it stands in the diagram, where one undo takes each step back. */
export function Payload({ element }: { readonly element: DiagramElement }): JSX.Element {
  const { injector, translate } = useTools();
  const source = payloadOf(element);
  const [problem, setProblem] = useState('');
  const writer = useWriter(element, () => setProblem(''));
  if (source === undefined) return <p class="bjse-note">{translate('This task has no field for a payload.')}</p>;
  const isFeel = isFeelSource(source);
  const convert = (): void => {
    writer.flush();
    const now = payloadOf(element) ?? '';
    const converted = isFeelSource(now) ? asJson(now) : asFeel(now);
    if (converted.ok) writePayload(injector, element, converted.source);
    setProblem(converted.ok ? '' : translate(converted.message, converted.parts));
  };
  const got = isFeel ? undefined : staticValue(source);
  return (
    <>
      <PayloadField element={element} source={source} writer={writer} />
      {got !== undefined && got !== source && (
        <p class="bjse-message">{translate('The job gets this text: {text}', { text: got })}</p>
      )}
      <div class="bjse-bar">
        <span class="bjse-note">{isFeel ? translate('FEEL') : translate('JSON, as static text')}</span>
        <button type="button" class="bjse-link" onClick={convert}>
          {isFeel ? translate('Write as JSON') : translate('Write as FEEL')}
        </button>
      </div>
      <p class="bjse-field-error" role="alert">
        {problem}
      </p>
    </>
  );
}

interface Writer {
  /** Takes what was typed. */
  typed(source: string): void;
  /** Writes what was typed now. */
  flush(): void;
}

function useWriter(element: DiagramElement, onTyped: () => void): Writer {
  const { injector } = useTools();
  const pending = useRef<{ readonly source: string; readonly timer: ReturnType<typeof setTimeout> }>();
  const flush = (): void => {
    if (!pending.current) return;
    const { source, timer } = pending.current;
    clearTimeout(timer);
    pending.current = undefined;
    if (payloadOf(element) !== source) writePayload(injector, element, source);
  };
  const typed = (source: string): void => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { source, timer: setTimeout(flush, WRITE_AFTER_MS) };
    onTyped();
  };
  useEffect(() => flush, [element]);
  return { typed, flush };
}

interface PayloadFieldProps {
  readonly element: DiagramElement;
  readonly source: string;
  readonly writer: Writer;
}

/** The editor owns its text; only what came into the diagram from elsewhere replaces it. */
function PayloadField({ element, source, writer }: PayloadFieldProps): JSX.Element {
  const { testSend, translate } = useTools();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<PayloadEditor>();
  const typed = useRef(source);
  const current = useRef(writer);
  current.current = writer;
  useEffect(() => {
    let isGone = false;
    void import('./create-payload-editor.ts').then(({ createPayloadEditor }) => {
      if (isGone || !place.current) return;
      editor.current = createPayloadEditor({
        parent: place.current,
        source: payloadOf(element) ?? '',
        label: translate('Payload'),
        variables: () => {
          const sample = parseVariables(testSend.session?.variables.text ?? '');
          return sample.ok ? sample.variables : {};
        },
        onChange: (next) => {
          typed.current = next;
          current.current.typed(next);
        },
      });
    });
    return () => {
      isGone = true;
      editor.current?.destroy();
    };
  }, [element]);
  useEffect(() => {
    if (source === typed.current) return;
    typed.current = source;
    editor.current?.replace(source);
  }, [source]);
  return <div class="bjse-editor" ref={place} />;
}
