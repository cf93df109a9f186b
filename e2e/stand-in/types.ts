import type { DiagramElement } from 'bpmn-js-eventbridge';

/** What the main process tells the window before it loads: `window.standIn`. */
export interface WindowOptions {
  readonly plugins: readonly { readonly name: string; readonly style?: string; readonly script?: string }[];
  readonly templates: readonly object[];
  /** Parts of the real window that an older Modeler lacks. */
  readonly without?: readonly ('react' | 'components' | 'vendor' | 'settings')[];
}

/** A report of the linting, as the list of problems shows it. */
export interface Report {
  readonly id: string;
  readonly name?: string;
  readonly category: string;
  readonly message: string;
  readonly rule: string;
  readonly meta?: { readonly documentation?: { readonly url?: string } };
  readonly action?: { readonly label: string; readonly handler: string; readonly options?: object };
}

export interface StandInModeler {
  get(name: 'elementRegistry'): { get(id: string): DiagramElement | undefined };
  get(name: 'eventBus'): { on(event: string, priority: number, listener: () => void): void };
  get(name: 'elementTemplatesLoader'): { setTemplates(templates: readonly object[]): void };
  get(name: 'linting'): { setErrors(reports: readonly Report[]): void; showError(report: Report): void };
  get(name: 'editorActions'): { trigger(action: string, options?: object): unknown };
  get(name: 'commandStack'): { undo(): void };
  get(name: 'selection'): { select(element: DiagramElement | null): void };
  get(name: 'propertiesPanel'): { attachTo(container: Element): void };
  importXML(xml: string): Promise<unknown>;
  saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
  attachTo(container: Element): void;
  getDefinitions(): object;
}

/** What a spec or a benchmark calls in the page: `window.standInHost`. */
export interface StandInHost {
  open(xml: string): Promise<void>;
  /** The diagram as Modeler would write it. */
  save(): Promise<string>;
  undo(): void;
  /** An event of the main process. */
  emit(event: string, payload?: unknown): void;
  /** Reports of the last lint, once none is due. */
  reports(): Promise<readonly Report[]>;
  select(id: string | null): void;
  setSetting(key: string, value: unknown): void;
  readonly notifications: readonly string[];
  readonly log: readonly string[];
  /** Milliseconds of so many runs of the native lint over the open diagram, with our plugin and without it. */
  measure(runs: number): Promise<LintTimes>;
}

/** Milliseconds of each run. */
export interface LintTimes {
  readonly without: readonly number[];
  readonly withUs: readonly number[];
  /** The part of `withUs` in which the plugin's own code ran. */
  readonly ours: readonly number[];
  /** Of a loop of about a millisecond, which shows how far other work on the machine alone stretches a time. */
  readonly loop: readonly number[];
}

declare global {
  interface Window {
    standIn: WindowOptions;
    standInHost: StandInHost;
  }
}
