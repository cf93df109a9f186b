/** What a release hands out beside the tarballs of npm and the plugin of Desktop Modeler, which are there already. */
import { root } from '@eventbridge-kit/testkit/machine/project';
import { gapLines, readPublisher } from '@eventbridge-kit/testkit/machine/publisher';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipOf } from '../desktop-modeler/build/zip.ts';
import { archiveNames, submissionFiles, templateFiles } from '../marketplace/src/build/submission.ts';
import { readAssets } from '../marketplace/src/check/assets.ts';
import { releaseDay } from '../marketplace/src/release/changelog.ts';
import { sha256Of } from '../marketplace/src/upgrade/published.ts';
import { publishedOf } from './published.ts';
import { sbomOf } from './sbom.ts';

/** The day of the version's release; before that, of the newest commit. Nothing else in the files tells a time. */
function dayOf(version: string): string {
  const day = releaseDay(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  return day ?? execFileSync('git', ['log', '-1', '--format=%cs'], { cwd: root, encoding: 'utf8' }).trim();
}

/** Puts the submission, the zip of templates, bills of materials and checksums beside the packages. */
export function writeReleaseFiles(folder: string): void {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }; // ours
  const { publisher, gaps } = readPublisher();
  const names = archiveNames(version);
  writeFileSync(join(folder, names.templates), zipOf(templateFiles(root)));
  writeFileSync(join(folder, names.submission), zipOf(submissionFiles({ root, version, publisher })));
  const day = dayOf(version);
  const { archives } = readAssets(folder);
  for (const { room, manifest } of publishedOf(root)) {
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
