import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { candidates, describe as describeJava, findJava } from './java.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-java-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that answers as a Java of this version does, and its home. */
function java(name: string, version: string): { home: string; command: string } {
  const home = join(folder, name);
  const command = join(home, 'bin', 'java');
  mkdirSync(join(home, 'bin'), { recursive: true });
  const answer = [`    java.home = ${home}`, `    java.specification.version = ${version}`].join('\n');
  writeFileSync(command, `#!/bin/sh\necho "${answer}" >&2\n`);
  chmodSync(command, 0o755);
  return { home, command };
}

describe('a Java', () => {
  it('is looked for in JAVA_HOME, then on the PATH, then where systems keep them', () => {
    const named = java('named', '17');
    const onPath = java('on-path', '21');
    const mac = join('shelf', 'temurin-25.jdk', 'Contents', 'Home');
    const onShelf = java(mac, '25');
    const env = { JAVA_HOME: named.home, PATH: join(onPath.home, 'bin'), EVENTBRIDGE_KIT_CACHE: join(folder, 'none') };
    expect(candidates(env, [join(folder, 'shelf')])).toEqual([named.command, onPath.command, onShelf.command]);
  });

  it('says its version and its home', () => {
    const { home, command } = java('new', '25');
    expect(describeJava(command)).toEqual({ home, command, version: 25 });
    expect(describeJava(java('old', '1.8').command)?.version).toBe(8);
  });

  it('is not what does not start', () => {
    expect(describeJava(join(folder, 'nothing'))).toBeUndefined();
  });

  it('is taken from the PATH when the one in JAVA_HOME is too old', () => {
    const old = java('old', '17');
    const fits = java('fits', '21');
    expect(findJava({ JAVA_HOME: old.home, PATH: join(fits.home, 'bin') })).toEqual({ ...fits, version: 21 });
  });
});
