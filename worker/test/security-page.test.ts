import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

/** The titles of a file's tests, as they are written. */
function titlesOf(path: string): string[] {
  const titles = read(path).matchAll(/(?:\bit|\))\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"),/g);
  return [...titles].map(([, single, double]) => single ?? double ?? '');
}

/** Files all of whose tests are about security. */
const WHOLE_FILES = ['worker/src/aws/policy.test.ts'];

describe('the page on security', () => {
  const named = [...read('docs/security.md').matchAll(/^ {2}- `([^`]+\.test\.ts)`: `(.+)`$/gm)].map(
    ([, path = '', title = '']) => ({ path, title }),
  );

  it('names tests that exist', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ path, title }) => !titlesOf(path).includes(title))).toEqual([]);
  });

  it.each(WHOLE_FILES)('names every test of %s', (path) => {
    const titles = named.filter((test) => test.path === path).map(({ title }) => title);
    expect(titles.sort()).toEqual(titlesOf(path).sort());
  });

  it('has a test for each line', () => {
    const lines = read('docs/security.md').split('\n');
    const promises = lines.filter((line) => line.startsWith('- '));
    const after = lines.map((line, at) => {
      const next = lines.slice(at + 1).find((one) => /^(?:- | {2}- |#|$)/.test(one));
      return line.startsWith('- ') && next?.startsWith('  - ') === true;
    });
    expect(after.filter(Boolean)).toHaveLength(promises.length);
  });
});
