import { useEffect, useRef } from '@bpmn-io/properties-panel/preact/hooks';
import type { JSX } from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { basicSetup } from 'codemirror';

interface JsonEditorProps {
  /** The first text, and the next one when the revision is another. */
  readonly text: string;
  readonly revision: number;
  readonly label: string;
  readonly onChange: (text: string) => void;
}

/**
 * A JSON text field. The Tab key leaves it, as in any other field. The editor owns its text: what it reports is never
 * written back, for it may be older than what the user has typed since. A new revision replaces it.
 */
export function JsonEditor({ text, revision, label, onChange }: JsonEditorProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const changed = useRef(onChange);
  changed.current = onChange;

  useEffect(() => {
    const editor = new EditorView({
      ...(place.current && { parent: place.current }),
      state: EditorState.create({
        doc: text,
        extensions: [
          basicSetup,
          json(),
          lintJson,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) changed.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
    // the editor is made once; later texts reach it below
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
    // the text alone is the user's own, on its way back
  }, [revision]);

  return <div class="bjse-editor" ref={place} />;
}

const parseProblems = jsonParseLinter();

/** Empty text means no variables: nothing to complain about. */
const lintJson = linter((editor) => (editor.state.doc.toString().trim() === '' ? [] : parseProblems(editor)));
