import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which code may be carried on, as long as their text goes with it; as packages spell them. */
const LICENCES = ['0BSD', 'Apache 2.0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'];

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** A plugin of rolldown as far as it is needed: tsdown and vite each bring a rolldown of their own. */
interface NoticesPlugin {
  readonly name: string;
  generateBundle(
    this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string },
    options: unknown,
    bundle: Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>,
  ): void;
}

/** Puts a file beside the bundle that names each package whose code is in it, with the text of its licence. */
export function thirdPartyNotices(fileName = 'THIRD-PARTY-NOTICES.txt'): NoticesPlugin {
  return {
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
      const folders = new Set(modules.flatMap((id) => folderOf(id) ?? []));
      if (folders.size === 0) return;
      this.emitFile({ type: 'asset', fileName, source: noticesOf([...folders].sort()) });
    },
  };
}

/** Folder of the installed package that a module belongs to; undefined for our own. */
function folderOf(module: string): string | undefined {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module.replaceAll('\\', '/'))?.[0];
}

/** Packages with the same text stand above it together. */
function noticesOf(folders: readonly string[]): string {
  const names = new Map<string, Set<string>>();
  for (const folder of folders) {
    const {
      name,
      version,
      license = 'none',
    } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest; // as npm wants it
    if (!LICENCES.includes(license)) {
      throw new Error(
        `${name} cannot be bundled: its licence is "${license}". Read it, and add it to LICENCES or do without.`,
      );
    }
    const text = readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|notice)(?:$|[.-])/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
      .join('\n\n');
    names.set(text, (names.get(text) ?? new Set()).add(`${name} ${version} (${license})`));
  }
  return [...names]
    .map(([text, packages]) => `${[...packages].join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(120)}\n\n`);
}
