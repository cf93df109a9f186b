import { fileURLToPath } from 'node:url';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

const conditions = ['eventbridge-kit', ...defaultServerConditions];

/** Tests against real engines: one file at a time, since each starts engines of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'engine',
    include: ['**/*.engine.test.ts'],
    exclude: ['**/node_modules/**', '.cache/**'],
    fileParallelism: false,
    // An engine starts in seconds on an idle machine.
    hookTimeout: 180_000,
    testTimeout: 90_000,
  },
});
