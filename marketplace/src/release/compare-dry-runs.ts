/**
 * Makes the dry run of a release twice, each in a scratch clone of its own, and compares the bytes: `npm run test:release`. Takes
 * a checkout without changes.
 */
import { run } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { versionOf } from './versions.ts';
import { sha256Of } from '../upgrade/published.ts';

/** The first release after this version. */
const version = versionOf(root).startsWith('0.')
  ? '1.0.0'
  : versionOf(root).replace(/\d+$/, (last) => String(Number(last) + 1));

const files = join(root, '.cache', 'release', version);

/** Another zone, so that a time of this machine's would show. */
async function dryRun(zone: string): Promise<ReadonlyMap<string, string>> {
  await run('node', ['scripts/run.js', 'marketplace/src/release/cli.ts', version, '--dry-run'], {
    cwd: root,
    env: { TZ: zone },
  });
  return new Map(readdirSync(files).map((name) => [name, sha256Of(readFileSync(join(files, name)))]));
}

const first = await dryRun('UTC');
const kept = `${files}-first`;
rmSync(kept, { recursive: true, force: true });
renameSync(files, kept);
const second = await dryRun('Asia/Tokyo');

const names = [...new Set([...first.keys(), ...second.keys()])].sort();
const different = names.filter((name) => first.get(name) !== second.get(name));
for (const name of names) say(`${different.includes(name) ? 'DIFFERS' : 'equal  '} ${first.get(name) ?? ''} ${name}`);
say(`${names.length - different.length} of ${names.length} files of ${version} are equal in two dry runs`);
if (different.length > 0) {
  say(`Compare them in ${kept} and ${files}.`);
  process.exitCode = 1;
} else rmSync(kept, { recursive: true });
