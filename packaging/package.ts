/**
 * Builds the files of a release in `.cache/packages/`: a tarball of each published package, the plugin for Desktop Modeler,
 * the zip of templates, the Marketplace submission, bills of materials and checksums. `npm run test:install` tries the
 * tarballs out, `npm run package:check` holds the files against the Marketplace's rules.
 *
 * `npm run package -- ROOM [FOLDER]` packs one published room alone.
 */
import { root } from '@eventbridge-kit/testkit/machine/project';
import { gapLines, readPublisher } from '@eventbridge-kit/testkit/machine/publisher';
import { say, step } from '@eventbridge-kit/testkit/machine/say';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipOf } from '../desktop-modeler/build/zip.ts';
import { archiveNames, submissionFiles, templateFiles } from '../marketplace/src/build/submission.ts';
import { readAssets } from '../marketplace/src/check/assets.ts';
import { releaseDay } from '../marketplace/src/release/changelog.ts';
import { versionOf } from '../marketplace/src/release/versions.ts';
import { sha256Of } from '../marketplace/src/upgrade/published.ts';
import { publishedOf } from './packing/manifest.ts';
import { buildModelerZip, MODELER_ZIP } from './packing/modeler-plugin.ts';
import { pack } from './packing/pack.ts';
import { eagerGzipBytes, MAX_EAGER_GZIP_BYTES, weighPlugin } from './packing/plugin-weight.ts';
import { sbomOf } from './packing/sbom.ts';

const PACKAGES = join(root, '.cache', 'packages');

const published = publishedOf(root);
const rooms = published.map(({ room }) => room);

const [, , chosen, into = PACKAGES] = process.argv;
if (chosen === undefined) await packageAll(PACKAGES);
else if (rooms.includes(chosen)) say(await pack(chosen, resolve(into)));
else {
  say(`This is not a room that is published: found "${chosen}". Write one of ${rooms.join(', ')}.`);
  process.exitCode = 2;
}

async function packageAll(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { room, manifest } of published) {
    await step(`Packing ${manifest.name}`, () => pack(room, folder));
  }
  cpSync(await buildModelerZip(), join(folder, MODELER_ZIP));
  writeReleaseFiles(folder);
  const eagerBytes = eagerGzipBytes(await weighPlugin());
  say(
    `bpmn-js-eventbridge adds ${eagerBytes} bytes (gzip) to the start of a modeler that edits FEEL, of ${MAX_EAGER_GZIP_BYTES}`,
  );
  if (eagerBytes > MAX_EAGER_GZIP_BYTES)
    throw new Error('the plugin is too heavy: load later what a start does not need');
}

/**
 * Puts beside the packages what else a release hands out: the submission, the zip of templates, bills of materials and
 * checksums.
 */
function writeReleaseFiles(folder: string): void {
  const version = versionOf(root);
  const { publisher, gaps } = readPublisher();
  const names = archiveNames(version);
  writeFileSync(join(folder, names.templates), zipOf(templateFiles(root)));
  writeFileSync(join(folder, names.submission), zipOf(submissionFiles({ root, version, publisher })));
  const day = dayOf(version);
  const { archives } = readAssets(folder);
  for (const { room, manifest } of published) {
    const tarball = archives.get(`${manifest.name}-${version}.tgz`);
    if (tarball === undefined) throw new Error(`${manifest.name} was not packed`);
    writeFileSync(join(folder, `${manifest.name}-${version}.cdx.json`), sbomOf(room, tarball, day));
  }
  const files = readdirSync(folder).filter((name) => name !== 'SHA256SUMS');
  const sums = files.sort().map((name) => `${sha256Of(readFileSync(join(folder, name)))}  ${name}\n`);
  writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
  say(`${files.length} files of version ${version}, with the day ${day} in their bills of materials, and SHA256SUMS`);
  for (const line of gapLines(gaps)) say(line);
}

/** The day of the version's release; before that, of the newest commit. Nothing else in the files tells a time. */
function dayOf(version: string): string {
  const day = releaseDay(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  return day ?? execFileSync('git', ['log', '-1', '--format=%cs'], { cwd: root, encoding: 'utf8' }).trim();
}
