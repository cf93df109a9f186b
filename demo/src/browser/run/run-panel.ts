import { thrownText, type JsonObject } from '@eventbridge-kit/issue';
import { parseVariables } from 'bpmn-js-eventbridge';
import { createJsonEditor } from 'bpmn-js-eventbridge/json-editor';
import { processSample } from 'bpmn-js-eventbridge/process-sample';
import type { RunEvent } from '../../run-events.ts';
import type { Modeler } from '../modeler.ts';
import { byId, make } from '../page.ts';
import { startableProcesses, type StartableProcess } from './processes.ts';
import { runProcess } from './run-client.ts';
import { entryOf, type RunLogDeps } from './run-log.ts';
import { RunMarks } from './run-marks.ts';

/** What the status line says of an instance after an event; events that are not here change nothing. */
const STATUS: Readonly<Partial<Record<RunEvent['type'], string>>> = {
  deployed: 'Deployed',
  started: 'Running',
  incident: 'Incident',
  waiting: 'Waiting',
  ended: 'Ended',
  problem: 'Not possible',
};

/** Runs the open diagram on the engine beside the page, and shows what happens. */
export class RunPanel {
  readonly #modeler: Modeler;
  readonly #token: string;
  readonly #marks: RunMarks;
  readonly #log: RunLogDeps;
  readonly #panel = byId('run-panel');
  readonly #variables = createJsonEditor({
    parent: byId('run-variables'),
    text: '{}',
    label: 'Variables',
    describedBy: 'run-problem',
    isWrong: (text) => !parseVariables(text).ok,
    onChange: () => this.#check(),
  });
  readonly #choice = byId('run-process') as HTMLSelectElement;
  readonly #start = byId('run-start') as HTMLButtonElement;
  readonly #cancel = byId('run-cancel') as HTMLButtonElement;
  readonly #entries = byId('run-log');
  /** What the text was filled with: it is replaced while the user has not changed it. */
  #sample = '{}';
  #running: AbortController | undefined;

  constructor(modeler: Modeler, token: string, engine: string, showEvent: (eventId: string) => void) {
    this.#modeler = modeler;
    this.#token = token;
    this.#marks = new RunMarks(modeler);
    this.#log = { nameOf: (id) => this.#nameOf(id), showEvent };
    byId('run-engine').textContent = engine;
    byId('run').hidden = false;
    byId('run').addEventListener('click', () => (this.#panel.hidden ? this.open() : this.close()));
    byId('run-close').addEventListener('click', () => this.close());
    byId('run-reset').addEventListener('click', () => this.#fill(true));
    this.#start.addEventListener('click', () => void this.#run());
    this.#cancel.addEventListener('click', () => this.#running?.abort());
    this.#choice.addEventListener('change', () => this.#fill(false));
    this.#panel.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
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
    this.#panel.hidden = false;
    byId('run').setAttribute('aria-expanded', 'true');
    this.#modeler.get('canvas').resized();
    this.#offer();
    this.#start.focus();
  }

  /** An instance that runs goes on: the panel shows it again when it is opened. */
  close(focus = true): void {
    if (this.#panel.hidden) return;
    this.#panel.hidden = true;
    byId('run').setAttribute('aria-expanded', 'false');
    this.#modeler.get('canvas').resized();
    if (focus) byId('run').focus();
  }

  #onDiagram(): void {
    this.#running?.abort();
    this.#marks.clear();
    this.#entries.replaceChildren();
    this.#status('');
    if (!this.#panel.hidden) this.#offer();
  }

  #processes(): readonly StartableProcess[] {
    return startableProcesses(this.#modeler.getDefinitions());
  }

  #offer(): void {
    const chosen = this.#choice.value;
    const processes = this.#processes();
    this.#choice.replaceChildren(...processes.map(({ id, name }) => make('option', { value: id }, name)));
    if (processes.some(({ id }) => id === chosen)) this.#choice.value = chosen;
    byId('run-choice').hidden = processes.length < 2;
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
    return processes.find(({ id }) => id === this.#choice.value) ?? processes[0];
  }

  /** The variables, or nothing where the text is none; says so below the field. */
  #check(): JsonObject | undefined {
    const problem = byId('run-problem');
    const parsed = parseVariables(this.#variables.text);
    const message = parsed.ok ? '' : parsed.problem === 'syntax' ? parsed.detail : `found ${parsed.detail}`;
    problem.textContent =
      message === '' ? '' : `The variables are no JSON object: ${message}. Write one such as { "orderId": "A-1" }.`;
    return parsed.ok ? parsed.variables : undefined;
  }

  async #run(): Promise<void> {
    const variables = this.#check();
    if (this.#running || variables === undefined) return;
    this.#entries.replaceChildren();
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
    const hadFocus = document.activeElement === this.#cancel;
    this.#cancel.hidden = !running;
    this.#start.setAttribute('aria-disabled', String(running));
    if (running) this.#status('Deploying…');
    if (hadFocus && !running) this.#start.focus();
  }

  #show(event: RunEvent): void {
    this.#marks.show(event);
    const entry = entryOf(event, this.#log);
    if (entry) this.#entries.append(entry);
    this.#entries.scrollTo(0, this.#entries.scrollHeight);
    const status = STATUS[event.type];
    if (status !== undefined) this.#status(status);
  }

  #status(text: string): void {
    byId('run-status').textContent = text;
    this.#panel.dataset['status'] = text.toLowerCase().replaceAll(/\W+/g, '-');
  }

  #nameOf(elementId: string): string {
    const [element] = this.#modeler
      .get('elementRegistry')
      .filter(({ id, labelTarget }) => id === elementId && !labelTarget);
    const name = element?.businessObject.get('name');
    return typeof name === 'string' && name.trim() !== '' ? name.trim() : elementId;
  }
}
