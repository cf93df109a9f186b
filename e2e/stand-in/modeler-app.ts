import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright/test';
import type { WindowOptions } from './types.ts';

interface MenuEntry {
  readonly label: string;
  action(): unknown;
}

type Menu = (app: EventEmitter, state: object) => readonly MenuEntry[];

interface PluginParts {
  readonly name: string;
  readonly script: string;
  readonly style: string;
  readonly menu: string;
}

/** Unpacks the zip over an empty resources folder. */
export function unpack(zip: string): { readonly resources: string; remove(): void } {
  const resources = mkdtempSync(join(tmpdir(), 'modeler-resources-'));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(resources, path)), { recursive: true });
    writeFileSync(join(resources, path), bytes);
  }
  return { resources, remove: () => rmSync(resources, { recursive: true, force: true }) };
}

/**
 * A stand-in for Modeler's main process: it loads the plugin from the resources folder as Modeler does, builds menus with
 * it, and passes on to the window what the plugin emits on Electron's `app`.
 */
export class ModelerApp extends EventEmitter {
  readonly #folder: string;
  readonly #plugin: PluginParts;
  readonly #menu: Menu;
  readonly #require = createRequire(import.meta.url);
  readonly #node = this.#require('node:worker_threads') as { Worker: typeof Worker }; // Node's own module
  readonly #resources: string;
  /** Threads that the plugin started, the newest last. */
  readonly #threads: Worker[] = [];
  #page: Page | undefined;

  constructor(resources: string) {
    super();
    this.#resources = resources;
    this.#folder = join(resources, 'plugins/eventbridge-kit');
    this.#plugin = this.#require(join(this.#folder, 'index.js')) as PluginParts; // the contract of Modeler's plugins
    this.#menu = this.#require(join(this.#folder, this.#plugin.menu)) as Menu; // the same
    this.#watchThreads();
    this.on('menu:action', (action: string, event?: { readonly type: string; readonly payload?: unknown }) => {
      if (action !== 'emit-event' || !event) return;
      void this.#page
        ?.evaluate(({ type, payload }) => window.standInHost.emit(type, payload), event)
        .catch(() => undefined);
    });
  }

  get templates(): readonly object[] {
    const file = join(this.#resources, 'element-templates/eventbridge-kit-send-event.json');
    return [JSON.parse(readFileSync(file, 'utf8')) as object | readonly object[]].flat();
  }

  buildMenu(): readonly MenuEntry[] {
    return this.#menu(this, { bpmn: true });
  }

  /** Opens a window with the plugin in it, and builds the menus, as Modeler does for each window and tab. */
  async openWindow(
    page: Page,
    index: string,
    options: Partial<WindowOptions> & { readonly copies?: number } = {},
  ): Promise<void> {
    const { copies = 1, ...more } = options;
    const { name, script, style } = this.#plugin;
    const urlOf = (file: string): string => pathToFileURL(join(this.#folder, file)).href;
    const plugin = { name, script: urlOf(script), style: urlOf(style) };
    await page.addInitScript((window_) => Object.assign(window, { standIn: window_ }), {
      plugins: Array.from({ length: copies }, () => plugin),
      templates: this.templates,
      ...more,
    } satisfies WindowOptions);
    await page.goto(pathToFileURL(index).href);
    await page.waitForFunction(() => 'standInHost' in window);
    this.#page = page;
    this.buildMenu();
  }

  /** Ends the service as a fault of its own would. */
  async killService(): Promise<void> {
    await this.#threads.at(-1)?.terminate();
  }

  /** Notes each thread that is started from here on, until Modeler quits. */
  #watchThreads(): void {
    const own = this.#node.Worker;
    const threads = this.#threads;
    this.#node.Worker = class extends own {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        threads.push(this);
      }
    };
    this.once('will-quit', () => {
      this.#node.Worker = own;
    });
  }

  /** Electron's event at the end. */
  quit(): void {
    this.emit('will-quit');
  }
}
