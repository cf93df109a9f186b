import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions, preview } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const outDir = fileURLToPath(new URL('../../.cache/lab/', import.meta.url));

/** Builds the page as a host would, and serves it on this machine. */
export async function serveLab(): Promise<{ readonly url: string; close(): Promise<void> }> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { conditions: ['eventbridge-kit', ...defaultClientConditions] },
    // the properties panel's preact, which the plugin shares, has no development build of JSX
    oxc: { jsx: { development: false } },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: Infinity },
  });
  const server = await preview({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('vite listens, yet names no address');
  return { url, close: () => server.close() };
}
