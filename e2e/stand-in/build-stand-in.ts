import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const folder = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../.cache/stand-in/', import.meta.url));

/** Builds the window as files, as Modeler's own is. Returns the path of its page. */
export async function buildStandIn(): Promise<string> {
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      cssCodeSplit: false,
      lib: {
        entry: join(folder, 'main.ts'),
        formats: ['iife'],
        name: 'standInWindow',
        fileName: () => 'bundle.js',
        cssFileName: 'bundle',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  cpSync(join(folder, 'index.html'), join(outDir, 'index.html'));
  return join(outDir, 'index.html');
}
