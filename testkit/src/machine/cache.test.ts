import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cached, cacheFolder, lookUp } from './cache.ts';

let cache: string;

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'eventbridge-kit-cache-'));
});
afterEach(() => rmSync(cache, { recursive: true }));

function fill(text: string) {
  return (folder: string) => {
    writeFileSync(join(folder, 'file'), text);
    return Promise.resolve();
  };
}

describe('the cache', () => {
  it('is filled once', async () => {
    const folder = await cached('engine', fill('first'), cache);
    expect(folder).toBe(join(cache, 'engine'));
    const again = await cached('engine', () => Promise.reject(new Error('filled twice')), cache);
    expect(again).toBe(folder);
  });

  it('keeps nothing of what could not be fetched whole', async () => {
    const half = async (folder: string): Promise<void> => {
      await fill('half')(folder);
      throw new Error('the network is gone');
    };
    await expect(cached('engine', half, cache)).rejects.toThrow('the network is gone');
    expect(lookUp('engine', cache)).toBeUndefined();
    expect(readdirSync(cache)).toEqual([]);
  });

  it('takes the other one when two fill it at once', async () => {
    const other = async (folder: string): Promise<void> => {
      mkdirSync(join(cache, 'engine'));
      writeFileSync(join(cache, 'engine', '.complete'), '');
      await fill('ours')(folder);
    };
    const folder = await cached('engine', other, cache);
    expect(existsSync(join(folder, 'file'))).toBe(false);
  });

  it('replaces a folder that is not whole, and removes what a killed run left', async () => {
    mkdirSync(join(cache, 'engine'));
    // No process has a number that large.
    mkdirSync(join(cache, '.making-999999999-engine'));
    const folder = await cached('engine', fill('whole'), cache);
    expect(readdirSync(folder).sort()).toEqual(['.complete', 'file']);
    expect(readdirSync(cache)).toEqual(['engine']);
  });

  it('stands where the user says', () => {
    expect(cacheFolder({ EVENTBRIDGE_KIT_CACHE: '/own' })).toBe('/own');
    expect(cacheFolder({ XDG_CACHE_HOME: '/users' })).toBe(join('/users', 'eventbridge-kit'));
  });
});
