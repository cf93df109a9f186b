import type { DiagramElement, EventBridgeFixes, EventBridgeValidation, LintIssue } from 'bpmn-js-eventbridge';

/** The editor action that makes the fix of a row. */
export const FIX_ACTION = 'eventBridgeFix';

/** Enough to find an issue again, whatever was edited meanwhile. */
export type IssueKey = Pick<LintIssue, 'rule' | 'taskId' | 'field' | 'message'>;

export function keyOf({ rule, taskId, field, message }: LintIssue): IssueKey {
  return { rule, taskId, field, message };
}

/** Services of the editor, as far as they are used here. */
interface EventBus {
  on(event: string, priority: number, listener: () => void): void;
  fire(event: string, data: object): void;
}

interface Registry {
  get(id: string): DiagramElement | undefined;
}

interface Injector {
  get(service: string, strict: false): unknown;
}

interface Templates {
  get(element: DiagramElement): { readonly properties: readonly TemplateProperty[] } | null;
}

interface TemplateEntries {
  getEntryId?(element: DiagramElement, path: readonly (string | number)[]): string | null;
}

interface TemplateProperty {
  readonly label?: string;
  readonly binding: {
    readonly type: string;
    readonly name?: string;
    readonly key?: string;
    readonly property?: string;
  };
}

/** What a row of the list says of an issue beside its message. */
export interface RowOfIssue {
  /** What the properties panel calls the field; nothing where the template has no such field. */
  readonly label: string | undefined;
  /** The template's entry for the field: not every panel finds it by the path. */
  readonly entry: string | undefined;
  /** The fix that this editor can make; nothing where there is none. */
  readonly fix: LintIssue['fix'];
}

interface EditorActions {
  register(actions: Readonly<Record<string, (key: IssueKey) => void>>): void;
}

/** Lower than Modeler's own listeners: they see an event first. */
const LOW_PRIORITY = 500;

/** Every diagram that is open in an editor, by the root that Modeler lints. */
export class LiveDiagrams {
  readonly #diagrams = new WeakMap<object, LiveDiagram>();

  of(root: object): LiveDiagram | undefined {
    const diagram = this.#diagrams.get(root);
    return diagram?.failure === undefined ? diagram : undefined;
  }

  note(root: object, diagram: LiveDiagram): void {
    this.#diagrams.set(root, diagram);
  }
}

/** What live validation knows of an open diagram. */
export class LiveDiagram {
  static readonly $inject = [
    'eventBridgeLiveDiagrams',
    'eventBridgeValidation',
    'eventBridgeFixes',
    'bpmnjs',
    'elementRegistry',
    'eventBus',
    'injector',
  ];

  readonly #validation: EventBridgeValidation;
  readonly #fixes: EventBridgeFixes;
  readonly #registry: Registry;
  readonly #injector: Injector;
  /** Rows by issue, each with the template that it was made by: an issue stays the same object as long as it stands. */
  #rows = new WeakMap<LintIssue, RowOfIssue & { readonly template: unknown }>();
  /** True once a run of linting was handed less than there is to know. */
  #isOwed = false;

  constructor(
    diagrams: LiveDiagrams,
    validation: EventBridgeValidation,
    fixes: EventBridgeFixes,
    modeler: { getDefinitions(): object | undefined },
    registry: Registry,
    eventBus: EventBus,
    injector: Injector,
  ) {
    this.#validation = validation;
    this.#fixes = fixes;
    this.#registry = registry;
    this.#injector = injector;
    eventBus.on('import.done', LOW_PRIORITY, () => {
      const root = modeler.getDefinitions();
      if (root) diagrams.note(root, this);
    });
    const lintAgain = (): void => {
      if (!this.#isOwed) return;
      this.#isOwed = false;
      // Modeler lints after each such event; nothing has changed that it would have to save.
      eventBus.fire('commandStack.changed', { trigger: 'eventBridgeValidation' });
    };
    eventBus.on('eventBridgeValidation.settled', LOW_PRIORITY, lintAgain);
    eventBus.on('eventBridgeValidation.failed', LOW_PRIORITY, lintAgain);
    eventBus.on('elementTemplates.changed', LOW_PRIORITY, () => {
      this.#rows = new WeakMap();
    });
    eventBus.on('saveXML.start', LOW_PRIORITY, () => validation.reveal());
    const actions = injector.get('editorActions', false) as EditorActions | null; // untyped host
    actions?.register({ [FIX_ACTION]: (key) => this.#fix(key) });
  }

  /** Why nothing is known of the diagram: the rules could not be loaded. */
  get failure(): EventBridgeValidation['failure'] {
    return this.#validation.failure;
  }

  issues(): readonly LintIssue[] {
    this.#isOwed ||= this.#validation.isPending;
    // Modeler's list has the template's own words for a field that is empty, from the first moment on: ours stand there.
    return this.#validation.allIssues();
  }

  /** Modeler lints after each change, and asks for every row each time: what stands is not worked out anew. */
  rowOf(issue: LintIssue): RowOfIssue {
    const task = this.#registry.get(issue.taskId);
    const templates = this.#injector.get('elementTemplates', false) as Templates | null; // untyped host
    const template = task && templates?.get(task);
    const known = this.#rows.get(issue);
    if (known && known.template === template) return known;
    const row = {
      template,
      label: template?.properties.find(({ binding: { name, key, property } }) =>
        [name, key, property].includes(issue.field),
      )?.label,
      entry: this.#entryOf(issue),
      fix: this.#fixes.canFix(issue) ? issue.fix : undefined,
    };
    this.#rows.set(issue, row);
    return row;
  }

  #entryOf({ elementId, path }: LintIssue): string | undefined {
    const element = this.#registry.get(elementId);
    const entries = this.#injector.get('elementTemplatesPropertiesProvider', false) as TemplateEntries | null; // untyped host
    return (element && path && entries?.getEntryId?.(element, path)) ?? undefined;
  }

  #fix(key: IssueKey): void {
    const issue = this.#validation
      .issues()
      .find(
        (one) =>
          one.rule === key.rule && one.taskId === key.taskId && one.field === key.field && one.message === key.message,
      );
    if (issue) this.#fixes.fix(issue);
  }
}
