import { make } from '../page.ts';

/** The parts of *Run process* that change. */
export interface RunView {
  readonly panel: HTMLElement;
  readonly choice: HTMLSelectElement;
  readonly choiceRow: HTMLElement;
  readonly status: HTMLElement;
  /** Takes the editor of the variables. */
  readonly variables: HTMLElement;
  readonly problem: HTMLElement;
  readonly start: HTMLButtonElement;
  readonly cancel: HTMLButtonElement;
  readonly reset: HTMLButtonElement;
  readonly close: HTMLButtonElement;
  readonly log: HTMLElement;
}

export const RUN_PROBLEM_ID = 'run-problem';

/** The panel, in the dress of test send. */
export function createRunView(engine: string): RunView {
  const button = (text: string, attributes: Readonly<Record<string, string>>): HTMLButtonElement =>
    make('button', { type: 'button', ...attributes }, text);
  const choice = make('select', {});
  const choiceRow = make('label', { class: 'run-choice' }, 'Process ', choice);
  const status = make('span', { class: 'bjse-tag run-status', role: 'status' });
  const close = button('×', {
    class: 'bjse-icon-button close',
    'aria-label': 'Close Run process',
    title: 'Close (Escape)',
  });
  const reset = button('Reset', { class: 'bjse-link', title: "Take the diagram's example data again" });
  const variables = make('div', { class: 'bjse-editor' });
  const problem = make('p', { class: 'bjse-field-error', id: RUN_PROBLEM_ID, role: 'alert' });
  const start = button('Run', { class: 'bjse-button bjse-button-primary' });
  const cancel = button('Cancel instance', { class: 'bjse-button bjse-button-ghost' });
  const log = make('ol', { class: 'run-log', tabindex: '0', 'aria-label': 'What happened', 'aria-live': 'polite' });
  const title = make('h2', { class: 'bjse-title', id: 'run-title' }, 'Run process');
  const panel = make(
    'section',
    { class: 'bjse-panel run', 'aria-labelledby': 'run-title', tabindex: '-1' },
    make(
      'header',
      { class: 'bjse-header' },
      title,
      choiceRow,
      status,
      make('span', { class: 'run-engine', title: engine }, engine),
      close,
    ),
    make(
      'div',
      { class: 'bjse-body' },
      make(
        'div',
        { class: 'bjse-request' },
        make('div', { class: 'bjse-bar' }, make('h3', { class: 'bjse-heading' }, 'Variables'), reset),
        variables,
        problem,
        make('div', { class: 'bjse-actions' }, start, cancel),
      ),
      make('div', { class: 'bjse-result' }, log),
    ),
  );
  return { panel, choice, choiceRow, status, variables, problem, start, cancel, reset, close, log };
}
