import { feel } from '@bpmn-io/lang-feel';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { isJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { basicSetup } from 'codemirror';
import { read } from 'camunda-feel';
import { editorColours } from './create-json-editor.ts';
import { isFeelSource } from '../payload/convert.ts';

export interface PayloadEditorOptions {
  readonly parent: Element;
  readonly source: string;
  readonly label: string;
  /** Sample variables, whose names and members are offered in FEEL. */
  readonly variables: () => JsonObject;
  readonly onChange: (source: string) => void;
}

/** Edits a payload, static JSON or FEEL; the text is the source as the diagram has it. */
export interface PayloadEditor {
  readonly source: string;
  replace(source: string): void;
  destroy(): void;
}

export function createPayloadEditor(options: PayloadEditorOptions): PayloadEditor {
  const { parent, label, variables, onChange } = options;
  const language = new Compartment();
  let isFeel = isFeelSource(options.source);
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.source,
      extensions: [
        basicSetup,
        editorColours,
        language.of(languageOf(isFeel, variables)),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const source = update.state.doc.toString();
          if (isFeelSource(source) !== isFeel) {
            isFeel = !isFeel;
            // not from inside of an update
            queueMicrotask(() => view.dispatch({ effects: language.reconfigure(languageOf(isFeel, variables)) }));
          }
          onChange(source);
        }),
      ],
    }),
  });
  return {
    get source() {
      return view.state.doc.toString();
    },
    replace: (source) => {
      if (view.state.doc.toString() === source) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: source } });
    },
    destroy: () => view.destroy(),
  };
}

function languageOf(isFeel: boolean, variables: () => JsonObject): Extension {
  if (!isFeel) return [json(), linter(jsonProblems)];
  const completions = [(context: CompletionContext) => variablesAt(context, variables())];
  return [feel({ dialect: 'expression', parserDialect: 'camunda', completions }), linter(feelProblems)];
}

const parseProblems = jsonParseLinter();

/** With a backslash the job gets another text than stands here: what that is, is shown below. */
function jsonProblems(view: EditorView): readonly Diagnostic[] {
  return view.state.doc.toString().includes('\\') ? [] : parseProblems(view);
}

function feelProblems({ state }: EditorView): readonly Diagnostic[] {
  const reading = read(state.doc.sliceString(1));
  if (reading === undefined || !('problem' in reading)) return [];
  const { from, to, message } = reading.problem;
  const length = state.doc.length;
  // the expression begins behind its equals sign
  return [{ from: Math.min(from + 1, length), to: Math.min(to + 1, length), severity: 'error', message }];
}

/** The names of the variables, or the members of the one before the dot. */
function variablesAt(context: CompletionContext, variables: JsonObject): CompletionResult | null {
  const word = context.matchBefore(/[\p{L}_][\p{L}\p{N}_.]*$/u);
  if (!word) return null;
  const path = word.text.split('.');
  const last = path.pop() ?? '';
  const place = path.reduce<Json | undefined>(memberOf, variables);
  if (!isJsonObject(place)) return null;
  const options = Object.keys(place).map((label) => ({ label, type: 'variable' }));
  return { from: context.pos - last.length, options, validFor: /^[\p{L}\p{N}_]*$/u };
}

/** In FEEL a list has the members of its items. */
function memberOf(value: Json | undefined, name: string): Json | undefined {
  const object = Array.isArray(value) ? value[0] : value;
  return isJsonObject(object) && Object.hasOwn(object, name) ? object[name] : undefined;
}
