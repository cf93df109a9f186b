import { relative } from 'node:path';
import { build, mergeConfig } from 'vite';
import { REPOSITORY, VITE_SETTINGS } from './vite-settings.ts';

/**
 * Builds the page as files that any server can serve, from whatever path. Gives the files of this repository that it is
 * made of, from the repository's folder.
 */
export async function buildPage(outDir: string): Promise<readonly string[]> {
  let inputs: readonly string[] = [];
  await build(
    mergeConfig(VITE_SETTINGS, {
      base: './',
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2023',
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        chunkSizeWarningLimit: Infinity,
      },
      plugins: [
        {
          name: 'eventbridge-kit-inputs',
          generateBundle(this: { getModuleIds(): IterableIterator<string> }) {
            inputs = [...this.getModuleIds()].flatMap(ownFile);
          },
        },
      ],
    }),
  );
  return [...new Set(inputs)].sort();
}

/** Packages are told by the lockfile, and what vite makes up is no file. */
function ownFile(moduleId: string): readonly string[] {
  const [file = ''] = moduleId.split('?');
  if (!file.startsWith(REPOSITORY) || file.includes('/node_modules/')) return [];
  return [relative(REPOSITORY, file)];
}
