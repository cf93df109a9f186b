import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';
import { serveBuilt, type ServedPage } from '../serve-built.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../.cache/lab/', import.meta.url));

/** Builds the page as a host would, and serves it on this machine. */
export async function serveLab(): Promise<ServedPage> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
    // the properties panel's preact, which the plugin shares, has no development build of JSX
    oxc: { jsx: { development: false } },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: Infinity },
  });
  return serveBuilt(root, outDir);
}
