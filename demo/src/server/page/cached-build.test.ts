import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cachedBuild } from './cached-build.ts';

let root: string;
let builds: number;

function start(): Promise<string> {
  return cachedBuild({
    cache: join(root, 'cache'),
    root,
    build: (outDir) => {
      builds += 1;
      writeFileSync(join(outDir, 'page.html'), readFileSync(join(root, 'source.ts')));
      return Promise.resolve(['source.ts']);
    },
  });
}

beforeEach(() => {
  builds = 0;
  root = mkdtempSync(join(tmpdir(), 'cached-build-'));
  writeFileSync(join(root, 'source.ts'), 'one');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a build', () => {
  it('is made once while its sources stay as they are', async () => {
    const folder = await start();
    expect(await start()).toBe(folder);
    expect(builds).toBe(1);
  });

  it('is made anew when a source changes, and is the only one then', async () => {
    await start();
    writeFileSync(join(root, 'source.ts'), 'two');
    expect(readFileSync(join(await start(), 'page.html'), 'utf8')).toBe('two');
    expect(builds).toBe(2);
    expect(readdirSync(join(root, 'cache'))).toHaveLength(1);
  });

  it('is the same for two that start at once', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one).toBe(other);
    expect(readdirSync(one).sort()).toEqual(['inputs.json', 'page.html']);
  });

  it('that fails leaves nothing behind', async () => {
    const failing = cachedBuild({ cache: join(root, 'cache'), root, build: () => Promise.reject(new Error('no')) });
    await expect(failing).rejects.toThrow('no');
    expect(readdirSync(join(root, 'cache'))).toEqual([]);
  });
});
