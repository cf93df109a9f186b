import { fileURLToPath } from 'node:url';
import { defineConfig } from 'playwright/test';
import { chromiumArguments } from '@eventbridge-kit/testkit/machine/chromium-arguments';

/** `npm run e2e` finds the Chromium and the sources of the rooms for this; see run.ts. */
const executablePath = process.env['CHROMIUM_PATH'];

/** Each wait ends a hang, no more: no test depends on how fast the machine is. */
const HANGS_AFTER_MS = 120_000;

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  // those need an engine, and have a configuration of their own
  testIgnore: '**/engine/**',
  outputDir: '../.cache/e2e',
  // by its whole path: the tests on an engine take this configuration over, from another folder
  globalSetup: fileURLToPath(new URL('./build-page.ts', import.meta.url)),
  // each has a demo and a bus of its own: a test looks at every event that arrived
  workers: 2,
  forbidOnly: true,
  timeout: 5 * HANGS_AFTER_MS,
  expect: { timeout: HANGS_AFTER_MS },
  use: {
    viewport: { width: 1440, height: 900 },
    actionTimeout: HANGS_AFTER_MS,
    // what was done and loaded; `--trace on` shows the page at each moment, and takes longer
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: chromiumArguments(),
    },
  },
});
