import { existsSync, readFileSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '@eventbridge-kit/testkit/machine/project';

interface Manifest {
  readonly private?: boolean;
  readonly files?: readonly string[];
  readonly workspaces?: readonly string[];
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
}

const published = (manifestOf('.').workspaces ?? []).filter((folder) => manifestOf(folder).private !== true);

/** Targets of links and pictures that are neither an address nor a place in the page itself. */
function relativeTargets(markdown: string): string[] {
  const text = markdown.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]:\s*(\S+)/gm)].map(([, a, b]) => a ?? b ?? '');
  return targets.filter((target) => !/^(?:[a-z]+:|#)/i.test(target)).map((target) => target.replace(/#.*$/, ''));
}

/** Whether npm packs a file of the package's folder. Only what is named in `files`, and the README. */
function isPacked(folder: string, target: string): boolean {
  const path = normalize(target).split(sep).join('/');
  const named = ['README.md', 'LICENSE', 'package.json', ...(manifestOf(folder).files ?? [])];
  return named.some((name) => path === name || path.startsWith(`${name}/`)) && existsSync(join(root, folder, path));
}

describe('the README of a published package', () => {
  it.each(published)('%s/README.md links to nothing that its package lacks', (folder) => {
    const targets = relativeTargets(readFileSync(join(root, folder, 'README.md'), 'utf8'));
    expect(targets.filter((target) => !isPacked(folder, target))).toEqual([]);
  });

  it('is read for links of every form', () => {
    const page = '[a](../a.md) ![b](b.png) [c](c.md#d) [e](#e) [f](https://f.example/) `[g](g.md)`\n\n[h]: h.md\n';
    expect(relativeTargets(page)).toEqual(['../a.md', 'b.png', 'c.md', 'h.md']);
  });

  it('is checked for files that are there, but not packed', () => {
    expect(isPacked('worker', '../docs/operations.md')).toBe(false);
    expect(isPacked('worker', 'src/index.ts')).toBe(false);
    expect(isPacked('worker', 'README.md')).toBe(true);
  });
});
