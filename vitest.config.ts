import { readFileSync } from 'node:fs';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** One project a room, so that a failing test names the room it is in. */
const manifest = readFileSync(new URL('package.json', import.meta.url), 'utf8');
const { workspaces } = JSON.parse(manifest) as { readonly workspaces: readonly string[] }; // ours
const rooms = [...workspaces, 'scripts'];

/**
 * Without `module`: vitest hands these conditions to Node too, and Node cannot load what the AWS SDK ships under that
 * one (imports without file endings, meant for bundlers).
 */
const conditions = ['eventbridge-kit', ...defaultServerConditions.filter((condition) => condition !== 'module')];

/** Rooms of many small pure test files: loading the modules anew for each takes longer than the tests. */
const sharing = new Set(['issue', 'feel', 'connector', 'eventbridge', 'templates', 'event-job', 'lint']);

/** Ends a hang, no more: no test depends on how fast the machine is. */
const HANGS_AFTER_MS = 300_000;

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    testTimeout: HANGS_AFTER_MS,
    hookTimeout: HANGS_AFTER_MS,
    expect: { poll: { timeout: HANGS_AFTER_MS } },
    projects: rooms.map((name) => ({
      extends: true,
      test: {
        name,
        include: [`${name}/**/*.test.ts`, `${name}/**/*.test.tsx`],
        exclude: ['**/node_modules/**', '**/engine/**/*.engine.test.ts'],
        isolate: !sharing.has(name),
      },
    })),
  },
});
