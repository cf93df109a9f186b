import { message, quote } from '@eventbridge-kit/issue';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseDay } from './changelog.ts';
import { versionOf } from './versions.ts';

const RECORD = 'templates/versioned/SHA256SUMS';

export function git(checkout: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: checkout, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trimEnd();
}

/** Everything that stands against releasing this version of the checkout; nothing where it may be released. */
export function refusals(checkout: string, version: string): string[] {
  const current = versionOf(checkout);
  if (!/^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}$/.test(version)) {
    return [
      message({
        wrong: 'This is no version to release',
        found: quote(version),
        instead: 'Write three numbers, such as 1.0.0.',
      }),
    ];
  }
  return [
    ...olderThan(version, current),
    ...existing(checkout, version),
    ...changes(checkout),
    ...changedRecord(checkout),
  ];
}

function olderThan(version: string, current: string): string[] {
  const [a, b] = [version, current].map((text) => text.split('.').map(Number));
  const differs = [0, 1, 2].find((part) => a?.[part] !== b?.[part]);
  if (differs !== undefined && (a?.[differs] ?? 0) > (b?.[differs] ?? 0)) return [];
  return [
    message({
      wrong: `A release is newer than the version before, ${current}`,
      found: quote(version),
      instead: 'Write a higher one.',
    }),
  ];
}

function existing(checkout: string, version: string): string[] {
  const isTagged = git(checkout, 'tag', '--list', `v${version}`) !== '';
  const isTold = releaseDay(readFileSync(join(checkout, 'CHANGELOG.md'), 'utf8'), version) !== undefined;
  if (!isTagged && !isTold) return [];
  const found = isTagged ? `the tag v${version}` : 'its section in CHANGELOG.md';
  return [message({ wrong: `Version ${version} is there already`, found, instead: 'Write the next one.' })];
}

function changes(checkout: string): string[] {
  const changed = git(checkout, 'status', '--porcelain')
    .split('\n')
    .filter((line) => line !== '');
  if (changed.length === 0) return [];
  const found = `${changed.length} files, the first is ${changed[0]?.slice(3) ?? ''}`;
  return [
    message({
      wrong: 'The checkout has changes that are not committed',
      found,
      instead: 'Commit or undo them: a release is of a commit.',
    }),
  ];
}

/** Versions of templates that the last release recorded, and that the record does not have any more as they were. */
function changedRecord(checkout: string): string[] {
  const last = git(checkout, 'tag', '--list', 'v*', '--sort=-version:refname', '--merged', 'HEAD').split('\n')[0] ?? '';
  if (last === '') return [];
  const before = git(checkout, 'show', `${last}:${RECORD}`)
    .split('\n')
    .filter((line) => line !== '');
  const now = new Set(readFileSync(join(checkout, RECORD), 'utf8').split('\n'));
  return before
    .filter((line) => !now.has(line))
    .map((line) =>
      message({
        wrong: `${RECORD} has lost a version that ${last} published`,
        found: `no line "${line}"`,
        instead: 'Put it back, and its file.',
      }),
    );
}
