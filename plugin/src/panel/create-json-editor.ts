import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { basicSetup } from 'codemirror';

export interface JsonEditorOptions {
  /** Takes the editor as its child. */
  readonly parent: Element;
  readonly text: string;
  /** Name of the field for screen readers. */
  readonly label: string;
  /** Id of the element that says what is wrong with the text. */
  readonly describedBy?: string;
  /** Whether the text is marked as wrong; asked after each change. Default: it never is. */
  readonly isWrong?: (text: string) => boolean;
  /** Names that are offered for the members of the outmost object; default: none. */
  readonly names?: () => readonly string[];
  /** Told of each change, those of `replace` too. */
  readonly onChange: (text: string) => void;
}

/**
 * A JSON text field that owns its text: what it reports must not be written back, for it may be older than what the user
 * has typed since. The Tab key leaves it, as in any other field.
 */
export interface JsonEditor {
  readonly text: string;
  /** Replaces the whole text: another task, a reset. */
  replace(text: string): void;
  destroy(): void;
}

export function createJsonEditor(options: JsonEditorOptions): JsonEditor {
  const { parent, text, label, describedBy, isWrong, names, onChange } = options;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        basicSetup,
        json(),
        editorColours,
        lintJson,
        names === undefined
          ? []
          : EditorState.languageData.of(() => [{ autocomplete: (at: CompletionContext) => namesAt(at, names()) }]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        describedBy === undefined ? [] : EditorView.contentAttributes.of({ 'aria-describedby': describedBy }),
        EditorView.contentAttributes.of(({ state }) =>
          isWrong?.(state.doc.toString()) === true ? { 'aria-invalid': 'true' } : null,
        ),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    get text() {
      return view.state.doc.toString();
    },
    replace: (next) => {
      if (view.state.doc.toString() === next) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
    },
    destroy: () => view.destroy(),
  };
}

/** Those of the values in the panel, which follow the host's colour scheme. */
const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--bjse-key)' },
  { tag: tags.string, color: 'var(--bjse-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--bjse-number)' },
]);

export const editorColours = syntaxHighlighting(COLOURS);

/** A name of the outmost object that is being written, with its quote or without. */
const NAME = /"?[\p{L}_][\p{L}\p{N}_]*$|"$/u;

function namesAt(context: CompletionContext, names: readonly string[]): CompletionResult | null {
  const word = context.matchBefore(NAME);
  const before = context.state.sliceDoc(0, word?.from ?? context.pos);
  if (!word || !/[{,]\s*$/.test(before) || depthOf(before) !== 1) return null;
  const options = names.map((name) => ({ label: name, apply: `${JSON.stringify(name)}: `, type: 'property' }));
  return { from: word.from, options, filter: true, validFor: NAME };
}

/** How many objects and lists are open at the end of JSON text. */
function depthOf(text: string): number {
  let depth = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/g)) {
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
  }
  return depth;
}

const parseProblems = jsonParseLinter();

/** Empty text means no variables: nothing to complain about. */
const lintJson = linter((editor) => (editor.state.doc.toString().trim() === '' ? [] : parseProblems(editor)));
