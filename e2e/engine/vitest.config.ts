import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import project from '../../vitest.config.ts';

/** Tests against real engines: one file at a time, since each starts engines of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // Packages resolve as in all other tests.
  ...(project.resolve && { resolve: project.resolve }),
  ...(project.ssr && { ssr: project.ssr }),
  test: {
    name: 'engine',
    include: ['**/*.engine.test.ts'],
    exclude: ['**/node_modules/**', '.cache/**'],
    fileParallelism: false,
    // The template's own module and its headless host leave out the endings of their imports, for bundlers.
    server: { deps: { inline: [/bpmn-js/, /diagram-js/, /element-templates/] } },
    // An engine starts in seconds on an idle machine.
    hookTimeout: 180_000,
    testTimeout: 90_000,
  },
});
