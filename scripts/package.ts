/**
 * Builds the files of a release in `.cache/packages/`: a tarball of each published package, the plugin for Desktop Modeler,
 * the zip of templates, the Marketplace submission, bills of materials and checksums. `npm run test:install` tries the
 * tarballs out, `npm run package:check` holds the files against the Marketplace's rules.
 */
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say, step } from '@eventbridge-kit/testkit/machine/say';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildModelerZip, MODELER_ZIP } from './modeler-zip.ts';
import { eagerGzipBytes, MAX_EAGER_GZIP_BYTES, weighPlugin } from './plugin-weight.ts';
import { pack } from './packing/pack.ts';
import { publishedOf } from './published.ts';
import { writeReleaseFiles } from './release-files.ts';

const output = join(root, '.cache', 'packages');

rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });

for (const { room, manifest } of publishedOf(root)) {
  await step(`Packing ${manifest.name}`, () => pack(room, output));
}
cpSync(await buildModelerZip(), join(output, MODELER_ZIP));
writeReleaseFiles(output);

const eagerBytes = eagerGzipBytes(await weighPlugin());
say(
  `bpmn-js-eventbridge adds ${eagerBytes} bytes (gzip) to the start of a modeler that edits FEEL, of ${MAX_EAGER_GZIP_BYTES}`,
);
if (eagerBytes > MAX_EAGER_GZIP_BYTES)
  throw new Error('the plugin is too heavy: load later what a start does not need');
