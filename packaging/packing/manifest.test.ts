import { root } from '@eventbridge-kit/testkit/machine/project';
import type { Publisher } from '@eventbridge-kit/testkit/machine/publisher';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestOf, publishedManifest, publishedOf } from './manifest.ts';

const NOBODY: Publisher = {
  name: null,
  contact: null,
  homepage: null,
  repository: null,
  issues: null,
  page: null,
  file: null,
};

const SOMEBODY: Publisher = {
  name: 'Example Ltd',
  contact: 'support@example.com',
  homepage: 'https://example.com/kit',
  repository: 'https://git.example/example/kit',
  issues: 'https://git.example/example/kit/issues',
  page: 'https://git.example/example/kit/blob/v{version}/{path}',
  file: 'https://git.example/example/kit/raw/v{version}/{path}',
};

const ROOM = {
  name: 'a-package',
  version: '1.2.3',
  files: ['bin', 'dist'],
  exports: { '.': { 'eventbridge-kit': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
  scripts: { prepack: 'true' },
  dependencies: { a: '^1.0.0' },
  devDependencies: { '@eventbridge-kit/issue': '0.1.0' },
};

describe('the manifest of a tarball', () => {
  it('has nothing of the workshop, and what users need', () => {
    expect(publishedManifest(ROOM, 'room', NOBODY)).toEqual({
      name: 'a-package',
      version: '1.2.3',
      files: ['CHANGELOG.md', 'bin', 'dist'],
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
      dependencies: { a: '^1.0.0' },
      publishConfig: { access: 'public' },
    });
  });

  it('says who publishes it, and where', () => {
    expect(publishedManifest(ROOM, 'room', SOMEBODY)).toMatchObject({
      author: { name: 'Example Ltd', email: 'support@example.com' },
      homepage: 'https://example.com/kit',
      repository: { type: 'git', url: 'git+https://git.example/example/kit.git', directory: 'room' },
      bugs: { url: 'https://git.example/example/kit/issues', email: 'support@example.com' },
    });
  });
});

describe('each published room', () => {
  it.each(publishedOf(root))(
    '$room has a description, keywords and one version, and no private name in what it needs',
    ({ room, manifest }) => {
      expect(manifest).toMatchObject({
        description: expect.stringMatching(/.{20}/) as string,
        keywords: expect.arrayContaining(['camunda']) as string[],
        version: manifestOf(root).version,
      });
      const packed = publishedManifest(manifestOf(join(root, room)), room, NOBODY);
      expect(JSON.stringify(packed)).not.toContain('@eventbridge-kit/');
    },
  );
});
