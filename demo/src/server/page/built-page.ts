import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cachedBuild } from './cached-build.ts';

const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url));

/** What a build depends on beside the sources that go into it. */
const ALWAYS = ['package-lock.json', 'demo/src/server/page/build-page.ts', 'demo/src/server/page/vite-settings.ts'];

/** The folder of the page as files, built where its sources are others than the last time. */
export function builtPage(say: (line: string) => void = () => undefined): Promise<string> {
  return cachedBuild({
    cache: join(REPOSITORY, '.cache', 'page'),
    root: REPOSITORY,
    build: async (outDir) => {
      say('Building the page from its sources, once: it is there in some seconds.');
      const { buildPage } = await import('./build-page.ts');
      return [...(await buildPage(outDir)), ...ALWAYS];
    },
  });
}
