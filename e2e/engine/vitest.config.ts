import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import project from '../../vitest.config.ts';
import { namesEngine } from '../../testkit/src/engine/names-engine.ts';

/** What an engine that the caller names can show; the others need records, or a clock to move. */
const ON_ANY_ENGINE = ['conformance', 'order-to-event', 'saved-credential'].map(
  (name) => `e2e/engine/${name}.engine.test.ts`,
);

/** Ends a hang, no more: nothing here depends on how fast the machine is. */
const HANGS_AFTER_MS = 600_000;

/** Tests on an engine: one file at a time, since each starts one of its own. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  // Packages resolve as in all other tests.
  ...(project.resolve && { resolve: project.resolve }),
  ...(project.ssr && { ssr: project.ssr }),
  test: {
    name: 'engine',
    include: namesEngine() ? ON_ANY_ENGINE : ['**/*.engine.test.ts'],
    exclude: ['**/node_modules/**', '.cache/**'],
    fileParallelism: false,
    // The template's own module and its headless host leave out the endings of their imports, for bundlers.
    server: { deps: { inline: [/bpmn-js/, /diagram-js/, /element-templates/] } },
    hookTimeout: HANGS_AFTER_MS,
    testTimeout: HANGS_AFTER_MS,
  },
});
