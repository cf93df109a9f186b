import { thrownText, type JsonObject } from '@eventbridge-kit/issue';
import { parseVariables, type PanelPlace } from 'bpmn-js-eventbridge';
import { createJsonEditor, type JsonEditor } from 'bpmn-js-eventbridge/json-editor';
import { processSample } from 'bpmn-js-eventbridge/process-sample';
import type { RunEvent } from '../../run-events.ts';
import type { Senders } from '../events/senders.ts';
import type { Modeler } from '../modeler.ts';
import { byId, make } from '../page.ts';
import { startableProcesses, type StartableProcess } from './processes.ts';
import { runProcess } from './run-client.ts';
import { entryOf, type RunLogDeps } from './run-log.ts';
import { RunMarks } from './run-marks.ts';
import { createRunView, RUN_PROBLEM_ID, type RunView } from './run-view.ts';

/** What the status line says of an instance after an event; events that are not here change nothing. */
const STATUS: Readonly<Partial<Record<RunEvent['type'], string>>> = {
  deployed: 'Deployed',
  started: 'Running',
  incident: 'Incident',
  waiting: 'Waiting',
  ended: 'Ended',
  problem: 'Not possible',
};

export interface RunPanelOptions {
  readonly modeler: Modeler;
  readonly token: string;
  /** Which engine it is, for people. */
  readonly engine: string;
  readonly senders: Senders;
  readonly place: PanelPlace;
  readonly showEvent: (eventId: string) => void;
}

/** Runs the open diagram on the engine beside the page, and shows what happens. */
export class RunPanel {
  readonly #modeler: Modeler;
  readonly #token: string;
  readonly #senders: Senders;
  readonly #place: PanelPlace;
  readonly #marks: RunMarks;
  readonly #log: RunLogDeps;
  readonly #view: RunView;
  readonly #variables: JsonEditor;
  /** What the text was filled with: it is replaced while the user has not changed it. */
  #sample = '{}';
  #running: AbortController | undefined;
  #isOpen = false;

  constructor({ modeler, token, engine, senders, place, showEvent }: RunPanelOptions) {
    this.#modeler = modeler;
    this.#token = token;
    this.#senders = senders;
    this.#place = place;
    this.#marks = new RunMarks(modeler);
    this.#log = { nameOf: (id) => this.#nameOf(id), showEvent };
    const view = createRunView(engine);
    this.#view = view;
    place.root.append(view.panel);
    this.#variables = createJsonEditor({
      parent: view.variables,
      text: '{}',
      label: 'Variables',
      describedBy: RUN_PROBLEM_ID,
      isWrong: (text) => !parseVariables(text).ok,
      onChange: () => this.#check(),
    });
    view.cancel.hidden = true;
    byId('run').hidden = false;
    byId('run').addEventListener('click', () => (this.#isOpen ? this.close() : this.open()));
    view.close.addEventListener('click', () => this.close());
    view.reset.addEventListener('click', () => this.#fill(true));
    view.start.addEventListener('click', () => void this.#run());
    view.cancel.addEventListener('click', () => this.#running?.abort());
    view.choice.addEventListener('change', () => this.#fill(false));
    view.panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.close();
    });
    const eventBus = modeler.get('eventBus');
    eventBus.on('import.done', () => this.#onDiagram());
    for (const other of ['eventBridgeTestSend.opened', 'eventBridgeProblems.opened']) {
      eventBus.on(other, () => this.close(false));
    }
  }

  open(): void {
    this.#modeler.get('eventBridgeTestSend').close();
    this.#modeler.get('eventBridgeProblems').close();
    this.#isOpen = true;
    this.#place.open();
    byId('run').setAttribute('aria-expanded', 'true');
    this.#offer();
    this.#view.start.focus();
  }

  /** An instance that runs goes on: the panel shows it again when it is opened. */
  close(focus = true): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#place.close();
    byId('run').setAttribute('aria-expanded', 'false');
    if (focus) byId('run').focus();
  }

  #onDiagram(): void {
    this.#running?.abort();
    this.#marks.clear();
    this.#view.log.replaceChildren();
    this.#status('');
    if (this.#isOpen) this.#offer();
  }

  #processes(): readonly StartableProcess[] {
    return startableProcesses(this.#modeler.getDefinitions());
  }

  #offer(): void {
    const { choice, choiceRow } = this.#view;
    const chosen = choice.value;
    const processes = this.#processes();
    choice.replaceChildren(...processes.map(({ id, name }) => make('option', { value: id }, name)));
    if (processes.some(({ id }) => id === chosen)) choice.value = chosen;
    choiceRow.hidden = processes.length < 2;
    this.#fill(false);
  }

  /** Sample variables of the process, unless the user has written others. */
  #fill(force: boolean): void {
    if (!force && this.#variables.text !== this.#sample) return;
    const process = this.#chosen();
    this.#sample = process ? JSON.stringify(processSample(process.element), null, 2) : '{}';
    this.#variables.replace(this.#sample);
  }

  #chosen(): StartableProcess | undefined {
    const processes = this.#processes();
    return processes.find(({ id }) => id === this.#view.choice.value) ?? processes[0];
  }

  /** The variables, or nothing where the text is none; says so below the field. */
  #check(): JsonObject | undefined {
    const parsed = parseVariables(this.#variables.text);
    const message = parsed.ok ? '' : parsed.problem === 'syntax' ? parsed.detail : `found ${parsed.detail}`;
    this.#view.problem.textContent =
      message === '' ? '' : `The variables are no JSON object: ${message}. Write one such as { "orderId": "A-1" }.`;
    return parsed.ok ? parsed.variables : undefined;
  }

  async #run(): Promise<void> {
    const variables = this.#check();
    if (this.#running || variables === undefined) return;
    this.#view.log.replaceChildren();
    this.#marks.clear();
    const process = this.#chosen();
    if (!process) {
      this.#show({
        type: 'problem',
        message:
          'No process of this diagram is executable. Select the process, open General in the properties panel and set Executable.',
      });
      return;
    }
    const running = new AbortController();
    this.#running = running;
    this.#setRunning(true);
    try {
      const { xml = '' } = await this.#modeler.saveXML({ format: true });
      const request = { xml, processId: process.id, variables };
      for await (const event of runProcess(this.#token, request, running.signal)) this.#show(event);
    } catch (error) {
      if (running.signal.aborted) this.#show({ type: 'ended', how: 'terminated' });
      else this.#show({ type: 'problem', message: thrownText(error) });
    } finally {
      if (this.#running === running) this.#running = undefined;
      this.#setRunning(false);
    }
  }

  #setRunning(running: boolean): void {
    const { cancel, start } = this.#view;
    const hadFocus = document.activeElement === cancel;
    cancel.hidden = !running;
    start.setAttribute('aria-disabled', String(running));
    if (running) this.#status('Deploying…');
    if (hadFocus && !running) start.focus();
  }

  #show(event: RunEvent): void {
    this.#marks.show(event);
    if (event.type === 'job' && event.eventId !== undefined) this.#senders.note(event.eventId, event.elementId);
    const entry = entryOf(event, this.#log);
    if (entry) this.#view.log.append(entry);
    entry?.scrollIntoView({ block: 'nearest' });
    const status = STATUS[event.type];
    if (status !== undefined) this.#status(status);
  }

  #status(text: string): void {
    this.#view.status.textContent = text;
    this.#view.panel.dataset['status'] = text.toLowerCase().replaceAll(/\W+/g, '-');
  }

  #nameOf(elementId: string): string {
    const [element] = this.#modeler
      .get('elementRegistry')
      .filter(({ id, labelTarget }) => id === elementId && !labelTarget);
    const name = element?.businessObject.get('name');
    return typeof name === 'string' && name.trim() !== '' ? name.trim() : elementId;
  }
}
