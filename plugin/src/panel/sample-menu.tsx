import { useEffect, useMemo, useRef, useState } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { browserStorage } from '../sample/sample-storage.ts';
import { readSampleFile, sampleFile, SampleSets, type SampleSet } from '../sample/sample-sets.ts';
import { parseVariables } from '../test-send/variables-text.ts';
import { useTools } from './context.ts';

/** Samples that are kept under a name: taken, written, thrown away, and moved as a file. None of it is in the diagram. */
export function SampleMenu({ element }: { readonly element: DiagramElement }): JSX.Element {
  const { testSend, translate } = useTools();
  const samples = useMemo(() => new SampleSets(testSend.storage ?? browserStorage, element.businessObject), [element]);
  const [sets, setSets] = useState<readonly SampleSet[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState('');
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => void samples.all().then(setSets), [samples]);
  const close = (): void => {
    setOpen(false);
    menu.current?.querySelector('summary')?.focus();
  };
  return (
    <details
      class="bjse-menu"
      ref={menu}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        close();
      }}
    >
      <summary class="bjse-link">{translate('Samples')}</summary>
      {isOpen && (
        <div class="bjse-menu-body">
          {sets.length === 0 && <p class="bjse-note">{translate('No sample is kept for this task yet.')}</p>}
          <ul>
            {sets.map(({ name, text }) => (
              <li key={name} class="bjse-menu-row">
                <button
                  type="button"
                  class="bjse-link"
                  onClick={() => {
                    testSend.replaceVariables(text);
                    close();
                  }}
                >
                  {name}
                </button>
                <button
                  type="button"
                  class="bjse-link"
                  aria-label={translate('Delete {name}', { name })}
                  onClick={() => void samples.remove(name).then(setSets)}
                >
                  {translate('Delete')}
                </button>
              </li>
            ))}
          </ul>
          <KeepForm onKeep={(name, text) => void samples.keep({ name, text }).then(setSets)} />
          <div class="bjse-menu-row">
            <button
              type="button"
              class="bjse-link"
              aria-disabled={sets.length === 0}
              onClick={() => {
                if (sets.length > 0) download(`${element.id}.samples.json`, sampleFile(sets));
              }}
            >
              {translate('Export…')}
            </button>
            <FileButton
              label={translate('Import…')}
              onText={(text) => {
                const read = readSampleFile(text);
                setProblem(read.ok ? '' : translate(read.message));
                if (read.ok) void samples.keep(...read.sets).then(setSets);
              }}
            />
          </div>
          <p class="bjse-field-error" role="alert">
            {problem}
          </p>
        </div>
      )}
    </details>
  );
}

/** Takes a name for what stands in the editor. */
function KeepForm({ onKeep }: { readonly onKeep: (name: string, text: string) => void }): JSX.Element {
  const { testSend, translate } = useTools();
  const [name, setName] = useState('');
  const text = testSend.session?.variables.text ?? '';
  const keep = (event: Event): void => {
    event.preventDefault();
    if (name.trim() === '' || !parseVariables(text).ok) return;
    onKeep(name.trim(), text.trim() || '{}');
    setName('');
  };
  return (
    <form class="bjse-menu-row" onSubmit={keep}>
      <input
        class="bjse-input"
        value={name}
        maxLength={80}
        aria-label={translate('Name of the sample')}
        placeholder={translate('Name')}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" class="bjse-link">
        {translate('Keep')}
      </button>
    </form>
  );
}

interface FileButtonProps {
  readonly label: string;
  readonly onText: (text: string) => void;
}

function FileButton({ label, onText }: FileButtonProps): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="bjse-link" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          void file?.text().then(onText);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
