import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { packRoom } from '@eventbridge-kit/testkit/machine/pack-room';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { build } from 'vite';
import { serveBuilt, type ServedPage } from '../serve-built.ts';

/** Below the repository, so that the package finds what it depends on. */
const PACKED = join(root, '.cache', 'packed-plugin');

/** Packs the plugin as npm would publish it, builds the page with that, and serves it on this machine. */
export async function servePlainPage(): Promise<ServedPage> {
  rmSync(PACKED, { recursive: true, force: true });
  mkdirSync(PACKED, { recursive: true });
  const tarball = await packRoom('plugin', PACKED);
  await runQuietly('tar', ['-xzf', tarball, '-C', PACKED], { cwd: root });
  const dist = join(PACKED, 'package', 'dist');
  const page = fileURLToPath(new URL('.', import.meta.url));
  const outDir = join(PACKED, 'page');
  await build({
    configFile: false,
    root: page,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: 'bpmn-js-eventbridge/style.css', replacement: join(dist, 'style.css') },
        { find: /^bpmn-js-eventbridge$/, replacement: join(dist, 'index.js') },
      ],
    },
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: Infinity },
  });
  return serveBuilt(page, outDir);
}
