/** Makes a release, up to the point where it is pushed: `npm run release -- VERSION [--dry-run]`. It publishes nothing. */
import { run, runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { readPublisher } from '@eventbridge-kit/testkit/machine/publisher';
import { say, step } from '@eventbridge-kit/testkit/machine/say';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { git, refusals } from './refusals.ts';
import { release } from './release.ts';

const HELP = `Makes a release of this checkout: versions, changelog, record of templates, files, check, commit and tag.

  npm run release -- VERSION [options]

  --dry-run     makes all of it in a scratch clone, and leaves the files in .cache/release/VERSION
  --help        this text
`;

/** Exit codes: done, refused, wrong usage. */
const EXIT = { done: 0, refused: 1, usage: 2 } as const;

/** A person who may not be set up in a scratch clone; the commit goes away with it. */
const DRY_RUN_AUTHOR = { name: 'Dry run', email: 'dry-run@publisher.invalid' };

async function releaseIn(checkout: string, version: string): Promise<void> {
  await release({
    checkout,
    version,
    day: new Date().toISOString().slice(0, 10),
    publisher: readPublisher().publisher,
    generate: () => run('npm', ['run', 'generate'], { cwd: checkout }),
    build: async () => {
      await run('npm', ['run', 'package'], { cwd: checkout });
      await run('npm', ['run', 'package:check'], { cwd: checkout });
    },
  });
}

/** The whole release of a clean clone, whose files alone are kept. */
async function dryRun(version: string): Promise<string> {
  const place = mkdtempSync(join(tmpdir(), 'eventbridge-kit-release-'));
  try {
    const clone = join(place, 'clone');
    await step('Cloning the checkout', () => runQuietly('git', ['clone', '--quiet', root, clone]));
    git(clone, 'config', 'user.name', DRY_RUN_AUTHOR.name);
    git(clone, 'config', 'user.email', DRY_RUN_AUTHOR.email);
    await step('Installing its packages', () =>
      runQuietly('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: clone }),
    );
    await releaseIn(clone, version);
    say(git(clone, 'show', '--stat', '--format=%s', `v${version}^{commit}`));
    const files = join(root, '.cache', 'release', version);
    rmSync(files, { recursive: true, force: true });
    mkdirSync(files, { recursive: true });
    cpSync(join(clone, '.cache', 'packages'), files, { recursive: true });
    return files;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const [version, ...rest] = positionals;
  if (values.help || version === undefined || rest.length > 0) {
    say(HELP);
    return values.help ? EXIT.done : EXIT.usage;
  }
  const isDryRun = values['dry-run'];
  const gaps = readPublisher().gaps.map((gap) => gap.message);
  const reasons = [...refusals(root, version), ...(isDryRun ? [] : gaps)];
  if (reasons.length > 0) {
    say(`Nothing was changed. Against a release of ${version}:`);
    for (const reason of reasons) say(`  - ${reason}`);
    return EXIT.refused;
  }
  if (isDryRun) {
    if (gaps.length > 0) say('A release would be refused, until a person has filled in publisher.json:');
    for (const gap of gaps) say(`  - ${gap}`);
    say(`The files of ${version} are in ${await dryRun(version)}. Nothing of this checkout was changed.`);
    return EXIT.done;
  }
  try {
    await releaseIn(root, version);
  } catch (error) {
    say('Nothing was committed. To undo what was written: git restore . && git clean -fd templates/versioned');
    throw error;
  }
  say(`Version ${version} is committed, tagged v${version}, and built in .cache/packages.`);
  say('Nothing is published yet: git push --follow-tags starts .github/workflows/release.yml, which does.');
  return EXIT.done;
}

process.exitCode = await main();
