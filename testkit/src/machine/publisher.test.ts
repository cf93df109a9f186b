import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addressOf, gapLines, readPublisher, requirePublisher } from './publisher.ts';

const FILLED = {
  name: 'Example Ltd',
  contact: 'support@example.com',
  homepage: 'https://example.com/kit',
  repository: 'https://git.example/example/kit',
  issues: 'https://git.example/example/kit/issues',
  page: 'https://git.example/example/kit/blob/v{version}/{path}',
  file: 'https://git.example/example/kit/raw/v{version}/{path}',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-publisher-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileOf(content: object): string {
  const file = join(folder, 'publisher.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

it('takes a publisher who is filled in', () => {
  expect(readPublisher(fileOf(FILLED))).toEqual({ publisher: FILLED, gaps: [] });
  expect(requirePublisher(fileOf(FILLED))).toEqual(FILLED);
});

it('tells each gap with what to write, and refuses a release', () => {
  const file = fileOf({ ...FILLED, contact: null, repository: undefined });
  const { publisher, gaps } = readPublisher(file);
  expect(publisher).toMatchObject({ name: 'Example Ltd', contact: null, repository: null });
  expect(gapLines(gaps)).toEqual([
    'A person\'s step: publisher.json does not say the mail address for support and for reports of vulnerabilities ("contact"): found nothing. Write, for example, "support@example.com".',
    'A person\'s step: publisher.json does not say the public repository ("repository"): found nothing. Write, for example, "https://github.com/OWNER/NAME".',
  ]);
  expect(() => requirePublisher(file)).toThrow('Nothing can be released yet');
});

it('takes no address that is none, and no pattern without its parts', () => {
  const wrong = {
    homepage: 'http://example.com',
    contact: 'example.com',
    page: 'https://git.example/{path}',
    name: ' ',
  };
  const { publisher, gaps } = readPublisher(fileOf({ ...FILLED, ...wrong }));
  expect(gaps.map(({ field }) => field)).toEqual(['name', 'contact', 'homepage', 'page']);
  expect(gaps[2]?.message).toContain('found "http://example.com"');
  expect(publisher.page).toBeNull();
});

it('tells a mistyped field with the one that was meant', () => {
  const { gaps } = readPublisher(fileOf({ ...FILLED, repositry: 'https://git.example/x' }));
  expect(gaps).toEqual([
    {
      field: 'repositry',
      message: 'publisher.json has a field that nothing reads: found "repositry". Write repository.',
    },
  ]);
});

it('gives the address of a file at a version', () => {
  expect(addressOf(FILLED.page, '1.2.3', 'docs/a b.md')).toBe(
    'https://git.example/example/kit/blob/v1.2.3/docs/a%20b.md',
  );
  expect(addressOf(null, '1.2.3', 'docs/a.md')).toBeNull();
});
