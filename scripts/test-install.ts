/**
 * Packs each published package, installs it alone into an empty folder with npm, and uses it there: `npm run
 * test:install`. What is missing from a tarball or its dependencies is found here and not by a user.
 */
import { run, runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say, step } from '@eventbridge-kit/testkit/machine/say';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sendOneEvent } from './installed-worker.ts';
import { installed, pack, publishedOf, weigh } from './published.ts';

const tarballs = mkdtempSync(join(tmpdir(), 'eventbridge-kit-tarballs-'));
try {
  for (const { room, manifest } of publishedOf(root)) {
    const { name, bin = {}, exports: doors = {} } = manifest;
    const tarball = await step(`Packing ${name}`, () => pack(join(root, room), tarballs));
    if (existsSync(join(root, room, 'dist'))) throw new Error(`${room}/dist was left behind by packing`);
    await installed([tarball], async (folder) => {
      const { packages, megabytes } = weigh(folder);
      say(`  ${packages} packages, ${megabytes.toFixed(1)} MB`);
      for (const command of Object.keys(bin)) {
        await runQuietly('npx', ['--no-install', command, '--help'], { cwd: folder });
        say(`  ${command} --help starts`);
      }
      // A package for a page cannot be loaded by Node.
      if (name.startsWith('bpmn-js')) return;
      for (const door of Object.keys(doors).filter((one) => !/\.json|\*/.test(one))) {
        const specifier = `${name}${door.slice(1)}`;
        await run('node', ['--input-type=module', '--eval', `await import(${JSON.stringify(specifier)})`], {
          cwd: folder,
        });
        say(`  ${specifier} loads`);
      }
      if (name === 'camunda-eventbridge-worker')
        await step('  it sends the event of a job', () => sendOneEvent(folder));
    });
  }
} finally {
  rmSync(tarballs, { recursive: true, force: true });
}
