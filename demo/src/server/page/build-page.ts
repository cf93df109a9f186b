import { relative } from 'node:path';
import { build, mergeConfig } from 'vite';
import { BROWSER, REPOSITORY, VITE_SETTINGS } from './vite-settings.ts';

/**
 * Builds the page as files that any server can serve, from whatever path. Gives the files of this repository that it is
 * made of, from the repository's folder.
 *
 * @param root folder of another page, to be built alike
 */
export async function buildPage(outDir: string, root = BROWSER): Promise<readonly string[]> {
  let inputs: readonly string[] = [];
  await build(
    mergeConfig(VITE_SETTINGS, {
      root,
      base: './',
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2023',
        // the first ones with `light-dark()`, which is left as it is written
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
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
