import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBpmnlintrc } from './bpmnlintrc.ts';
import { readConfigFile, type ConfigFile } from './config-file.ts';

/** Names of configuration files; of two in one folder the first counts. */
const FILES = {
  'eventbridge-lint.json': readConfigFile,
  // bpmnlint's own: one that says nothing of these rules is passed by.
  '.bpmnlintrc': readBpmnlintrc,
} as const;

/** The configuration of each file: one for all, or the nearest from its folder upwards. */
export class ConfigSearch {
  readonly #given: string | undefined;
  readonly #cwd: string;
  /** A folder is looked into once, however many diagrams lie below it. */
  readonly #found = new Map<string, Promise<ConfigFile | undefined>>();

  constructor(given: string | undefined, cwd: string) {
    this.#given = given;
    this.#cwd = cwd;
  }

  configFor(folder: string): Promise<ConfigFile | undefined> {
    const key = this.#given ?? folder;
    const found =
      this.#found.get(key) ??
      (this.#given === undefined ? this.#search(folder) : readConfigFile(this.#given, this.#cwd));
    this.#found.set(key, found);
    return found;
  }

  async #search(folder: string): Promise<ConfigFile | undefined> {
    for (const [name, read] of Object.entries(FILES)) {
      const path = join(folder, name);
      const isFile = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
      const config = isFile ? await read(path, this.#cwd) : undefined;
      if (config) return config;
    }
    const parent = dirname(folder);
    return parent === folder ? undefined : this.configFor(parent);
  }
}
