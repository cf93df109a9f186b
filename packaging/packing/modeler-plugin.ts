import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildMinified, buildPlugin, type BuiltPlugin } from '../../desktop-modeler/build/build-plugin.ts';
import { thirdPartyNotices } from './third-party-notices.ts';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say, step } from '@eventbridge-kit/testkit/machine/say';

/** Most that the script of Modeler's window may weigh, minified and compressed with gzip, in bytes. */
const MAX_SCRIPT_GZIP_BYTES = 350 * 1024;

const { version } = JSON.parse(readFileSync(join(root, 'desktop-modeler/package.json'), 'utf8')) as {
  readonly version: string; // of that room's manifest
};

/** The zip's name among the packages. */
export const MODELER_ZIP = `eventbridge-kit-desktop-modeler-${version}.zip`;

/** Builds the plugin of Desktop Modeler as users unpack it. */
export function buildModelerPlugin(): Promise<BuiltPlugin> {
  return buildPlugin({ outDir: join(root, '.cache/desktop-modeler'), version, notices: thirdPartyNotices });
}

/** Builds the zip, and throws where its script has become too heavy. Returns its path. */
export async function buildModelerZip(): Promise<string> {
  const { zip } = await step('Building the plugin of Desktop Modeler', buildModelerPlugin);
  const folder = join(root, '.cache/desktop-modeler-minified');
  const bytes = gzipSync(readFileSync(await buildMinified(folder))).length;
  rmSync(folder, { recursive: true });
  say(`  its script has ${bytes} bytes minified (gzip), of ${MAX_SCRIPT_GZIP_BYTES}`);
  if (bytes > MAX_SCRIPT_GZIP_BYTES) throw new Error('the script of the Modeler plugin is too heavy');
  return zip;
}
