import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { shrinkwrapOf, type Lockfile, type PublishedManifest } from './shrinkwrap.ts';

function read(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

describe('the lockfile of a published package', () => {
  it('has what the package needs, each where Node finds it, and nothing else', () => {
    const lock: Lockfile = {
      packages: {
        'node_modules/a': { version: '1.0.0', dependencies: { b: '^2.0.0' } },
        'node_modules/a/node_modules/b': { version: '2.0.0', dependencies: { c: '*' } },
        'node_modules/b': { version: '1.0.0' },
        'node_modules/c': { version: '3.0.0', peerDependencies: { 'not-installed': '*' } },
        'node_modules/d': { version: '4.0.0' },
      },
    };
    const manifest = { name: 'app', version: '0.1.0', dependencies: { a: '^1.0.0' } };
    expect(shrinkwrapOf(manifest, lock)).toMatchObject({
      name: 'app',
      lockfileVersion: 3,
      packages: { '': { dependencies: { a: '^1.0.0' } }, 'node_modules/c': { version: '3.0.0' } },
    });
    const { packages } = shrinkwrapOf(manifest, lock) as Lockfile;
    expect(Object.keys(packages)).toEqual(['', 'node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c']);
  });

  it('is refused where a dependency is not locked', () => {
    const manifest = { name: 'app', version: '0.1.0', dependencies: { a: '*' } };
    expect(() => shrinkwrapOf(manifest, { packages: {} })).toThrow('no a, which app needs');
    const lock = { packages: { 'node_modules/a': { dependencies: { b: '*' } } } };
    expect(() => shrinkwrapOf(manifest, lock)).toThrow('no b, which node_modules/a needs');
  });

  it.each(['worker', 'local-bus'])('of the %s can be made, and names no place to load from', (room) => {
    const manifest = read(`${room}/package.json`) as PublishedManifest;
    const shrinkwrap = shrinkwrapOf(manifest, read('package-lock.json') as Lockfile);
    expect(JSON.stringify(shrinkwrap)).not.toContain('"resolved"');
    expect(Object.keys((shrinkwrap as Lockfile).packages).length).toBeGreaterThan(
      Object.keys(manifest.dependencies ?? {}).length,
    );
  });
});
