import { useEffect, useRef, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement, Translate } from '../host/bpmn-js.ts';
import type { Session } from '../test-send/session.ts';
import type { ParsedVariables } from '../test-send/variables-text.ts';
import { useTools } from './context.ts';
import { Confirm } from './confirm.tsx';
import { JsonEditor } from './json-editor.tsx';
import { Payload } from './payload.tsx';
import { SampleMenu } from './sample-menu.tsx';

interface RequestProps {
  readonly session: Session;
  readonly element: DiagramElement;
}

/** The panel's left side: sample variables, and the button that sends the event. */
export function Request({ session, element }: RequestProps): JSX.Element {
  const { testSend, preview, translate } = useTools();
  const { text, revision } = session.variables;
  const problem = preview.state.status === 'invalid' ? preview.state.problem : undefined;
  const [side, setSide] = useState<Side>('variables');
  return (
    <div class="bjse-request">
      <div class="bjse-bar">
        <Sides side={side} onSide={setSide} />
        {side === 'variables' && (
          <>
            <SampleMenu element={element} />
            <button
              type="button"
              class="bjse-link"
              title={translate('Replace them with the variables that the task reads')}
              onClick={() => void testSend.resetVariables()}
            >
              {translate('Reset')}
            </button>
          </>
        )}
      </div>
      {side === 'payload' ? (
        <Payload element={element} />
      ) : (
        <JsonEditor
          text={text}
          revision={revision}
          label={translate('Sample variables')}
          names={() => testSend.readNames}
          onChange={(changed) => testSend.setVariablesText(changed)}
        />
      )}
      <p class="bjse-field-error" role="alert">
        {problem ? problemText(problem, translate) : ''}
      </p>
      {session.run.status === 'asking' ? (
        <Confirm destination={session.run.destination} />
      ) : (
        <Actions running={session.run.status === 'running'} ready={problem === undefined} />
      )}
    </div>
  );
}

type Side = 'variables' | 'payload';

function Sides({ side, onSide }: { readonly side: Side; readonly onSide: (side: Side) => void }): JSX.Element {
  const { translate } = useTools();
  const labels: Readonly<Record<Side, string>> = { variables: translate('Variables'), payload: translate('Payload') };
  return (
    <div class="bjse-views bjse-sides" role="group" aria-label={translate('Edit')}>
      {(['variables', 'payload'] as const).map((one) => (
        <button key={one} type="button" class="bjse-filter" aria-pressed={side === one} onClick={() => onSide(one)}>
          {labels[one]}
        </button>
      ))}
    </div>
  );
}

/** The button stays enabled for the keyboard's focus while an event is on its way; the service ignores a second one. */
function Actions({ running, ready }: { readonly running: boolean; readonly ready: boolean }): JSX.Element {
  const { testSend, preview, translate } = useTools();
  const send = useRef<HTMLButtonElement>(null);
  const cancelHadFocus = useRef(false);
  useEffect(() => {
    if (running || !cancelHadFocus.current) return;
    cancelHadFocus.current = false;
    send.current?.focus();
  }, [running]);
  if (testSend.cannotSend !== undefined) return <p class="bjse-note">{translate(testSend.cannotSend)}</p>;
  const { state } = preview;
  return (
    <div class="bjse-actions">
      <button
        type="button"
        class="bjse-button bjse-button-primary"
        ref={send}
        aria-disabled={running || !ready}
        title={translate('Put the event on the event bus')}
        onClick={() => void testSend.send(state.status === 'ready' ? state.preview : undefined)}
      >
        {translate('Send')}
      </button>
      {running && (
        <button
          type="button"
          class="bjse-button bjse-button-ghost"
          onFocus={() => (cancelHadFocus.current = true)}
          onBlur={(event) => (cancelHadFocus.current = event.relatedTarget === null)}
          onClick={() => testSend.cancel()}
        >
          {translate('Cancel')}
        </button>
      )}
    </div>
  );
}

function problemText(parsed: Extract<ParsedVariables, { readonly ok: false }>, translate: Translate): string {
  const texts = {
    syntax: 'The sample variables are no JSON: {detail}. Write an object such as {example}.',
    'no-object': 'The sample variables must be a JSON object, found {detail}. Write an object such as {example}.',
  };
  return translate(texts[parsed.problem], { detail: parsed.detail, example: '{ "orderId": "A-1" }' });
}
