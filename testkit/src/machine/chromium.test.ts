import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { candidates, requireChromium } from './chromium.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe('a Chromium', () => {
  it('is the one that the user names', async () => {
    const named = program('mine', 'echo Chromium 159.0.1');
    expect(await requireChromium({ CHROMIUM_PATH: named, PATH: '' })).toBe(named);
  });

  it('is never replaced in silence when the one that the user names does not start', async () => {
    const named = program('broken', 'exit 1');
    await expect(requireChromium({ CHROMIUM_PATH: named })).rejects.toThrow(
      /CHROMIUM_PATH is .*broken.*does not start/,
    );
  });

  it("is Playwright's own before one on the PATH", () => {
    const playwrights = program('playwrights', '');
    const chromium = program('chromium', '');
    const found = candidates({ PATH: folder }, playwrights);
    expect(found.slice(0, 2)).toEqual([playwrights, chromium]);
  });

  it('is skipped when it is a stub that does not start', async () => {
    program('chromium', 'echo "install me first" >&2; exit 1');
    const works = program('google-chrome', 'echo Google Chrome 159.0.1');
    expect(await requireChromium({ PATH: folder }, join(folder, 'none'))).toBe(works);
  });
});
