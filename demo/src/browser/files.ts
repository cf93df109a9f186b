import { decodeBpmn, readBpmn, type BpmnProblem } from 'bpmnlint-plugin-eventbridge/bpmn-file';
import example from '../../examples/order-to-event.bpmn?raw';
import empty from './empty.bpmn?raw';
import { DraftKeeper, type Draft } from './draft.ts';
import type { View } from './layout/view.ts';
import { leftOut } from './left-out.ts';
import type { Modeler } from './modeler.ts';
import { hideNotice, showNotice } from './notice.ts';
import { byId } from './page.ts';
import type { Templates } from './templates.ts';

/** Opens, saves and makes diagrams. A file that cannot be opened leaves the open one as it is. */
export class Files {
  readonly #modeler: Modeler;
  readonly #templates: Templates;
  readonly #view: View;
  readonly #drafts = new DraftKeeper(async () => ({ name: this.#name, xml: await this.#draftXml() }));
  #name = '';
  /** What of the opened file the diagram does not hold, and saving it would lose. */
  #leftOut: readonly string[] = [];
  #changed = false;

  constructor(modeler: Modeler, templates: Templates, view: View) {
    this.#modeler = modeler;
    this.#templates = templates;
    this.#view = view;
    modeler.get('eventBus').on('commandStack.changed', () => this.#setChanged(true));
  }

  openExample(): Promise<void> {
    return this.#open('order-to-event.bpmn', example);
  }

  async openEmpty(): Promise<void> {
    if (!this.#mayDiscard()) return;
    this.#drafts.forget();
    await this.#open('diagram.bpmn', empty);
  }

  /** What an earlier visit left unsaved is offered; the user says whether to go on with it. */
  offerDraft(): void {
    const draft = this.#drafts.left;
    if (!draft) return;
    const when = new Date(draft.keptAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
    showNotice(
      'offer',
      `${draft.name} has changes that were not saved.`,
      [`They are of ${when}, and were kept in this browser.`],
      [
        { label: 'Go on with them', run: () => void this.#openDraft(draft) },
        // what was changed since the offer is the draft by now
        { label: 'Discard them', run: () => this.#changed || this.#drafts.forget() },
      ],
    );
  }

  /** Opens a diagram, or adds the element templates of a JSON file. */
  async openFile(file: File): Promise<void> {
    if (file.name.toLowerCase().endsWith('.json')) {
      this.#templates.add(file.name, await file.text());
      return;
    }
    const decoded = decodeBpmn(new Uint8Array(await file.arrayBuffer()));
    const read = decoded.ok ? await this.#read(decoded.xml) : { problems: [decoded.problem], unresolved: [] };
    if (!decoded.ok || read.problems.length > 0) {
      const title = `${file.name} cannot be opened; the open diagram is unchanged.`;
      showNotice('error', title, read.problems.slice(0, MAX_PROBLEMS).map(problemText));
    } else if (this.#mayDiscard()) {
      this.#drafts.forget();
      await this.#open(file.name, decoded.xml, leftOut(decoded.xml, read.unresolved));
    }
  }

  /** Hands the diagram to the browser as a download. */
  async save(): Promise<void> {
    if (!this.#maySave()) return;
    this.#modeler.get('eventBridgeValidation').reveal();
    const url = URL.createObjectURL(new Blob([await this.#xml()], { type: 'application/xml' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = this.#name;
    link.click();
    URL.revokeObjectURL(url);
    this.#leftOut = [];
    this.#setChanged(false);
    this.#drafts.forget();
  }

  async #xml(): Promise<string> {
    const { xml = '' } = await this.#modeler.saveXML({ format: true });
    return xml;
  }

  /** As it stands: saving it moves the diagram to its origin, as one step to undo, and closes an open menu. */
  async #draftXml(): Promise<string> {
    const definitions = this.#modeler.getDefinitions();
    return definitions ? (await this.#modeler.get('moddle').toXML(definitions, { format: true })).xml : '';
  }

  async #openDraft({ name, xml }: Draft): Promise<void> {
    if (!this.#mayDiscard()) return;
    await this.#open(name, xml);
    this.#setChanged(true);
  }

  async #open(name: string, xml: string, left: readonly string[] = []): Promise<void> {
    const { warnings } = await this.#modeler.importXML(xml);
    this.#name = name;
    this.#leftOut = left;
    this.#setChanged(false);
    this.#view.fit();
    const unresolved = /^unresolved reference/;
    const notes = [...left, ...warnings.map(messageOf).filter((message) => !unresolved.test(message))];
    if (notes.length === 0) hideNotice();
    else
      showNotice(
        'warning',
        `${name} was opened, with ${notes.length === 1 ? 'a warning' : `${notes.length} warnings`}.`,
        notes,
      );
  }

  /** Reads the file apart from the open diagram: importing would clear that one first. */
  async #read(
    xml: string,
  ): Promise<{ readonly problems: readonly BpmnProblem[]; readonly unresolved: readonly string[] }> {
    const read = await readBpmn(xml, this.#modeler.get('moddle'));
    if (!read.ok) return { problems: [read.problem], unresolved: [] };
    const { diagrams } = read.definitions as { readonly diagrams?: readonly object[] }; // a bpmn:Definitions
    const problems = diagrams?.length ? read.unread : [...read.unread, { message: NO_DIAGRAM }];
    return { problems, unresolved: read.unresolved };
  }

  #maySave(): boolean {
    if (this.#leftOut.length === 0) return true;
    return window.confirm(`${this.#leftOut.join('\n')}\n\nSave ${this.#name} all the same?`);
  }

  #mayDiscard(): boolean {
    return !this.#changed || window.confirm(`Discard the changes in ${this.#name}?`);
  }

  #setChanged(changed: boolean): void {
    this.#changed = changed;
    if (changed) this.#drafts.touch();
    else this.#drafts.settle();
    byId('file-name').textContent = changed ? `${this.#name} (changed)` : this.#name;
  }
}

/** Most problems of one file that are shown: later ones mostly follow from the first. */
const MAX_PROBLEMS = 10;

const NO_DIAGRAM = 'It has no diagram: found no bpmndi:BPMNDiagram, which says where each shape is drawn.';

function problemText({ line, message }: BpmnProblem): string {
  return line === undefined ? message : `Line ${line}: ${message}`;
}

/** A warning of the parser is no `Error`, but has a message all the same. */
function messageOf(problem: unknown): string {
  const message = typeof problem === 'object' && problem !== null && 'message' in problem ? problem.message : problem;
  return String(message).split('\n')[0] ?? '';
}
