import { useEffect, useRef } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { Translate } from '../host/bpmn-js.ts';
import type { Session } from '../test-send/session.ts';
import { parseVariables, type ParsedVariables } from '../test-send/variables-text.ts';
import { useTools } from './context.ts';
import { JsonEditor } from './json-editor.tsx';

/** The panel's left side: sample variables, and the buttons that run the task with them. */
export function Request({ session }: { readonly session: Session }): JSX.Element {
  const { testSend, translate } = useTools();
  const { text, revision } = session.variables;
  const parsed = parseVariables(text);
  const label = translate('Sample variables');
  return (
    <div class="bjse-request">
      <div class="bjse-bar">
        <h3 class="bjse-heading">{label}</h3>
        <button
          type="button"
          class="bjse-link"
          title={translate('Replace them with the variables that the task reads')}
          onClick={() => void testSend.resetVariables()}
        >
          {translate('Reset')}
        </button>
      </div>
      <JsonEditor
        text={text}
        revision={revision}
        label={label}
        onChange={(changed) => testSend.setVariablesText(changed)}
      />
      <p class="bjse-field-error" role="alert">
        {parsed.ok ? '' : problemText(parsed, translate)}
      </p>
      <Actions running={session.run.status === 'running'} ready={parsed.ok} />
    </div>
  );
}

/** The buttons stay enabled for the keyboard's focus while a run is on its way; the service ignores a second run. */
function Actions({ running, ready }: { readonly running: boolean; readonly ready: boolean }): JSX.Element {
  const { testSend, translate } = useTools();
  const send = useRef<HTMLButtonElement>(null);
  const cancelHadFocus = useRef(false);
  useEffect(() => {
    if (running || !cancelHadFocus.current) return;
    cancelHadFocus.current = false;
    send.current?.focus();
  }, [running]);
  return (
    <div class="bjse-actions">
      <button
        type="button"
        class="bjse-button bjse-button-primary"
        ref={send}
        aria-disabled={running || !ready}
        onClick={() => void testSend.run({ dryRun: false })}
      >
        {translate('Send')}
      </button>
      <button
        type="button"
        class="bjse-button"
        aria-disabled={running || !ready}
        title={translate('Resolve and check everything, send nothing')}
        onClick={() => void testSend.run({ dryRun: true })}
      >
        {translate('Preview')}
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
