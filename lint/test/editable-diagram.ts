import { bpmn, type DiagramSpec } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';

/** An element of bpmn-moddle, as far as an edit needs it. */
export interface Element {
  readonly $type: string;
  readonly $model: { create(type: string, attributes?: object): Element };
  id?: string;
  $parent?: Element;
  [name: string]: unknown;
}

/**
 * A diagram as a modeler edits it: each edit changes the model and tells which elements a modeler would report, by their
 * ids.
 */
export class EditableDiagram {
  readonly definitions: Element;

  private constructor(definitions: Element) {
    this.definitions = definitions;
  }

  static async of(spec: DiagramSpec): Promise<EditableDiagram> {
    return new EditableDiagram((await parse(bpmn(spec))) as Element); // the root that bpmn-moddle made
  }

  /** Every element of the processes, outer ones first. */
  get elements(): readonly Element[] {
    const open = [...listOf(this.definitions, 'rootElements')];
    // a list that grows while it is walked
    for (const element of open) open.push(...listOf(element, 'flowElements'));
    return open;
  }

  get ids(): readonly string[] {
    return this.elements.flatMap(({ id }) => id ?? []);
  }

  find(id: string): Element | undefined {
    return this.elements.find((element) => element.id === id);
  }

  element(id: string): Element {
    const found = this.find(id);
    if (!found) throw new Error(`the diagram has no element "${id}"`);
    return found;
  }

  /** Writes an input mapping or a header; null removes it. */
  write(id: string, place: 'input' | 'header', name: string, text: string | null): string[] {
    const [type, list, item, key, value] =
      place === 'input'
        ? ['zeebe:IoMapping', 'inputParameters', 'zeebe:Input', 'target', 'source']
        : ['zeebe:TaskHeaders', 'values', 'zeebe:Header', 'key', 'value'];
    const extension = this.#extensionsOf(id).find(({ $type }) => $type === type);
    if (!extension) throw new Error(`${id} has no ${type}`);
    const items = listOf(extension, list);
    const known = items.findLast((one) => one[key] === name);
    if (text === null) extension[list] = items.filter((one) => one[key] !== name);
    else if (known) known[value] = text;
    else extension[list] = [...items, this.#make(item, { [key]: name, [value]: text }, extension)];
    return [id];
  }

  set(id: string, properties: object): string[] {
    Object.assign(this.element(id), properties);
    return [id];
  }

  setJobType(id: string, type: string): string[] {
    Object.assign(this.#extensionsOf(id).find(({ $type }) => $type === 'zeebe:TaskDefinition') ?? {}, { type });
    return [id];
  }

  /** Puts another extension element before those that are there: the ways to them change. */
  addExtension(id: string): string[] {
    const extensions = this.element(id)['extensionElements'] as Element; // every task of a test has some
    extensions['values'] = [this.#make('zeebe:Properties', {}, extensions), ...this.#extensionsOf(id)];
    return [id];
  }

  add(parentId: string, type: string, properties: { readonly id: string } & Record<string, unknown>): string[] {
    const parent = this.element(parentId);
    parent['flowElements'] = [...listOf(parent, 'flowElements'), this.#make(type, properties, parent)];
    return [properties.id];
  }

  /** An event that catches an error, in a scope; null catches every error. */
  addCatcher(parentId: string, type: string, id: string, code: string | null, attachedToRef?: Element): string[] {
    const errorRef = code === null ? undefined : this.#make('bpmn:Error', { errorCode: code }, this.definitions);
    const definition = this.#make('bpmn:ErrorEventDefinition', { errorRef }, this.definitions);
    return this.add(parentId, type, { id, eventDefinitions: [definition], attachedToRef });
  }

  /** Takes elements out, with what hangs on them. Returns the ids of all that went. */
  remove(...ids: readonly string[]): string[] {
    const gone = new Set(ids.map((id) => this.element(id)));
    // a set that grows while it is walked
    for (const one of gone) {
      const hanging = (element: Element): boolean =>
        [element['attachedToRef'], element['sourceRef'], element['targetRef'], element.$parent].includes(one);
      for (const element of this.elements) if (hanging(element)) gone.add(element);
    }
    for (const element of gone) this.#takeOut(element);
    return [...gone].flatMap(({ id }) => id ?? []);
  }

  /** Moves an element, with its boundary events, into another scope. */
  move(id: string, parentId: string): string[] {
    const parent = this.element(parentId);
    const element = this.element(id);
    const moved = [element, ...this.elements.filter((other) => other['attachedToRef'] === element)];
    for (const one of moved) {
      this.#takeOut(one);
      parent['flowElements'] = [...listOf(parent, 'flowElements'), one];
      one.$parent = parent;
    }
    return moved.flatMap((one) => one.id ?? []);
  }

  setEngine(version: string): void {
    const attributes = this.definitions['$attrs'] as Record<string, string>; // moddle keeps what it does not know here
    attributes['modeler:executionPlatformVersion'] = version;
  }

  #takeOut(element: Element): void {
    const { $parent: parent } = element;
    if (parent) parent['flowElements'] = listOf(parent, 'flowElements').filter((other) => other !== element);
  }

  #extensionsOf(id: string): readonly Element[] {
    return listOf((this.element(id)['extensionElements'] ?? {}) as Element, 'values'); // moddle's own
  }

  #make(type: string, properties: object, $parent: Element): Element {
    return Object.assign(this.definitions.$model.create(type, properties), { $parent });
  }
}

function listOf(element: Element, list: string): readonly Element[] {
  return (element[list] ?? []) as readonly Element[]; // lists of bpmn-moddle hold elements
}
