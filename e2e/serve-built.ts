import { preview } from 'vite';

/** A page that vite built, served on this machine. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** @param outDir where the page of this folder was built to */
export async function serveBuilt(root: string, outDir: string): Promise<ServedPage> {
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
