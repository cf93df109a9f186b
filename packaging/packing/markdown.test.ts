import { root } from '@eventbridge-kit/testkit/machine/project';
import type { Publisher } from '@eventbridge-kit/testkit/machine/publisher';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishedOf } from './manifest.ts';
import { packedPage, relativeTargets } from './markdown.ts';

const rooms = publishedOf(root).map(({ room }) => room);

const NOBODY = { page: null, file: null } as Publisher; // what pages ask of it
const SOMEBODY = {
  page: 'https://git.example/kit/blob/v{version}/{path}',
  file: 'https://git.example/kit/raw/v{version}/{path}',
} as Publisher;

function packed(markdown: string, publisher: Publisher): string {
  return packedPage(markdown, { folder: 'room', version: '1.2.3', publisher, isPacked: (path) => path === 'own/b.md' });
}

describe('a page of a package', () => {
  const page =
    '[a](../docs/a.md#part) [`b`](own/b.md) ![A list](pictures/c.png) [d](#d) [e](https://e.example/) `[f](f.md)`';

  it('links to the files of its version', () => {
    expect(packed(page, SOMEBODY)).toBe(
      '[a](https://git.example/kit/blob/v1.2.3/docs/a.md#part) [`b`](https://git.example/kit/blob/v1.2.3/room/own/b.md) ' +
        '![A list](https://git.example/kit/raw/v1.2.3/room/pictures/c.png) [d](#d) [e](https://e.example/) `[f](f.md)`',
    );
  });

  it('links to nothing that is not there, as long as nobody says where that would be', () => {
    expect(packed(page, NOBODY)).toBe(
      'a [`b`](own/b.md) _Picture: A list._ [d](#d) [e](https://e.example/) `[f](f.md)`',
    );
  });

  it('keeps its code', () => {
    const code = '```js\nconst x = [1](a.md);\n```\n';
    expect(packed(code, SOMEBODY)).toBe(code);
  });
});

describe('the README of a published package', () => {
  it.each(rooms)('%s/README.md links to files that are there', (room) => {
    const targets = relativeTargets(readFileSync(join(root, room, 'README.md'), 'utf8'));
    expect(targets.filter((target) => !existsSync(join(root, room, target.split('#')[0] ?? '')))).toEqual([]);
  });

  it.each(rooms)('%s/README.md shows a picture and begins with how to install it', (room) => {
    const page = readFileSync(join(root, room, 'README.md'), 'utf8');
    expect(page).toMatch(/!\[[^\]]{20,}\]\([^)]+\.png\)/);
    expect(/```bash\n(.*)/.exec(page)?.[1]).toMatch(/^npm install |^npx /);
  });
});
