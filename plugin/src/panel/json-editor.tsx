import { useEffect, useRef } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { createJsonEditor, type JsonEditor as Editor } from './create-json-editor.ts';

interface JsonEditorProps {
  /** The first text, and the next one when the revision is another. */
  readonly text: string;
  readonly revision: number;
  readonly label: string;
  /** Names that are offered. */
  readonly names: () => readonly string[];
  readonly onChange: (text: string) => void;
}

/** The JSON text field in the panel. Only a new revision replaces its text. */
export function JsonEditor({ text, revision, label, names, onChange }: JsonEditorProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;

  useEffect(() => {
    if (!place.current) return undefined;
    const made = createJsonEditor({
      parent: place.current,
      text,
      label,
      names,
      onChange: (next) => changed.current(next),
    });
    editor.current = made;
    return () => made.destroy();
    // the editor is made once; later texts reach it below
  }, []);

  useEffect(() => {
    editor.current?.replace(text);
    // the text alone is the user's own, on its way back
  }, [revision]);

  return <div class="bjse-editor" ref={place} />;
}
