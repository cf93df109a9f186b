import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { git, refusals } from '../src/release/refusals.ts';
import { release } from '../src/release/release.ts';
import { PUBLISHER } from './sample-release.ts';

const DAY = '2026-12-01';

let checkout: string;

function write(path: string, content: string | object): void {
  const file = join(checkout, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`);
}

function read(path: string): string {
  return readFileSync(join(checkout, path), 'utf8');
}

function commit(): void {
  git(checkout, 'add', '--all');
  git(checkout, 'commit', '--quiet', '--message', 'Work');
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'eventbridge-kit-release-test-'));
  const rooms = { worker: { name: 'the-worker', version: '0.1.0', dependencies: { pino: '^10.4.0' } } };
  const lint = { name: 'the-rules', version: '0.1.0', devDependencies: { 'the-worker': '0.1.0' } };
  write('package.json', { name: 'all', version: '0.1.0', workspaces: ['worker', 'lint'] });
  write('worker/package.json', rooms.worker);
  write('lint/package.json', lint);
  write('package-lock.json', {
    name: 'all',
    version: '0.1.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'all', version: '0.1.0' },
      worker: rooms.worker,
      lint,
      'node_modules/pino': { version: '10.4.0' },
    },
  });
  write('worker/deploy/Dockerfile', 'RUN npm i the-worker-0.1.0.tgz other-0.1.0.tgz\n');
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- An event can be sent.\n');
  write('templates/send-event.json', { id: 'send', version: 1, documentationRef: 'generated' });
  write(
    'templates/send-event/documentation.ts',
    "/** A page. */\nexport const DOCUMENTATION = 'https://aws.example/';\n",
  );
  write('templates/versioned/SHA256SUMS', '');
  git(checkout, 'init', '--quiet');
  git(checkout, 'config', 'user.name', 'Test');
  git(checkout, 'config', 'user.email', 'test@example.com');
  commit();
});
afterEach(() => rmSync(checkout, { recursive: true }));

/** What the generator makes of the definition's constant. */
function generate(): Promise<void> {
  const address = /'(.*)'/.exec(read('templates/send-event/documentation.ts'))?.[1];
  const template = JSON.parse(read('templates/send-event.json')) as object;
  write('templates/send-event.json', { ...template, documentationRef: address });
  return Promise.resolve();
}

function releaseIt(version: string, publisher = PUBLISHER): Promise<void> {
  return release({ checkout, version, day: DAY, publisher, generate, build: () => Promise.resolve() });
}

describe('a release', () => {
  it('gives every package, the lockfile and what is deployed its version', async () => {
    await releaseIt('1.0.0');
    expect(JSON.parse(read('package.json'))).toMatchObject({ version: '1.0.0' });
    expect(JSON.parse(read('lint/package.json'))).toMatchObject({
      version: '1.0.0',
      devDependencies: { 'the-worker': '1.0.0' },
    });
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({
      version: '1.0.0',
      packages: {
        '': { version: '1.0.0' },
        worker: { version: '1.0.0', dependencies: { pino: '^10.4.0' } },
        lint: { devDependencies: { 'the-worker': '1.0.0' } },
        'node_modules/pino': { version: '10.4.0' },
      },
    });
    expect(read('worker/deploy/Dockerfile')).toBe('RUN npm i the-worker-1.0.0.tgz other-0.1.0.tgz\n');
  });

  it('makes what was not released the section of the version', async () => {
    await releaseIt('1.0.0');
    expect(read('CHANGELOG.md')).toBe(`# Changelog\n\n## Unreleased\n\n## 1.0.0 - ${DAY}\n\n- An event can be sent.\n`);
    await expect(releaseIt('1.1.0')).rejects.toThrow('Nothing stands under "## Unreleased"');
  });

  it('freezes the template with the address of its page, which later releases keep', async () => {
    await releaseIt('1.0.0');
    const page = 'https://git.example/kit/blob/v1.0.0/templates/send-event.md';
    expect(JSON.parse(read('templates/versioned/send-event-1.json'))).toMatchObject({ documentationRef: page });
    write('CHANGELOG.md', read('CHANGELOG.md').replace('## Unreleased\n', '## Unreleased\n\n- More.\n'));
    commit();
    await releaseIt('1.1.0');
    expect(JSON.parse(read('templates/send-event.json'))).toMatchObject({ documentationRef: page });
    expect(git(checkout, 'tag', '--list').split('\n')).toEqual(['v1.0.0', 'v1.1.0']);
  });

  it('is one commit with its tag, and leaves nothing uncommitted', async () => {
    await releaseIt('1.0.0');
    expect(git(checkout, 'log', '-1', '--format=%s')).toBe('Release 1.0.0');
    expect(git(checkout, 'rev-parse', 'v1.0.0^{commit}')).toBe(git(checkout, 'rev-parse', 'HEAD'));
    expect(git(checkout, 'status', '--porcelain')).toBe('');
  });

  it('is none where a file breaks a rule', async () => {
    const build = (): Promise<void> => Promise.reject(new Error('a rule is broken'));
    const made = release({ checkout, version: '1.0.0', day: DAY, publisher: PUBLISHER, generate, build });
    await expect(made).rejects.toThrow('a rule is broken');
    expect(git(checkout, 'log', '-1', '--format=%s')).toBe('Work');
    expect(git(checkout, 'tag', '--list')).toBe('');
  });

  it('is none where a published template was changed in place', async () => {
    await releaseIt('1.0.0');
    write('CHANGELOG.md', read('CHANGELOG.md').replace('## Unreleased\n', '## Unreleased\n\n- More.\n'));
    write('templates/send-event.json', { id: 'sent', version: 1 });
    commit();
    await expect(releaseIt('1.1.0')).rejects.toThrow('version 1 is published, and differs from what was');
  });
});

describe('a release is refused', () => {
  it.each(['1.0', 'v1.0.0', '1.0.0-rc.1', '01.0.0', ''])('for %j, which is no version', (version) => {
    expect(refusals(checkout, version)).toEqual([
      `This is no version to release: found "${version}". Write three numbers, such as 1.0.0.`,
    ]);
  });

  it.each(['0.1.0', '0.0.9'])('for %s, which is not newer', (version) => {
    expect(refusals(checkout, version)).toEqual([
      `A release is newer than the version before, 0.1.0: found "${version}". Write a higher one.`,
    ]);
  });

  it('for a version that is there', () => {
    git(checkout, 'tag', 'v1.0.0');
    expect(refusals(checkout, '1.0.0')).toEqual([
      'Version 1.0.0 is there already: found the tag v1.0.0. Write the next one.',
    ]);
  });

  it('with changes that are not committed', () => {
    write('README.md', 'new');
    expect(refusals(checkout, '1.0.0')).toEqual([
      'The checkout has changes that are not committed: found 1 files, the first is README.md. Commit or undo them: a release is of a commit.',
    ]);
  });

  it('where the record has lost what the last release published', async () => {
    await releaseIt('1.0.0');
    write('templates/versioned/SHA256SUMS', '');
    commit();
    expect(refusals(checkout, '1.1.0')[0]).toContain(
      'templates/versioned/SHA256SUMS has lost a version that v1.0.0 published: found no line',
    );
  });

  it('by nothing else', () => {
    expect(refusals(checkout, '1.0.0')).toEqual([]);
  });
});

describe('the workflow of a release', () => {
  it('runs commands that there are', () => {
    const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly scripts: object };
    const commands = [...workflow.matchAll(/npm (?:run )?(test|[a-z]+:[a-z]+|package)\b/g)].map(
      ([, name = '']) => name,
    );
    expect(commands).toEqual(['test', 'package', 'package:check']);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    expect(workflow).toContain('--provenance');
  });
});
