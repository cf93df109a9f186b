import { defineConfig } from 'playwright/test';
import browser from '../playwright.config.ts';

/** The demo with an engine, in a browser: `npm run test:engine`. */
export default defineConfig<object, { readonly engine: boolean }>({
  ...browser,
  testDir: '.',
  testMatch: '*.spec.ts',
  testIgnore: [],
  outputDir: '../../.cache/e2e-engine',
  // one engine
  workers: 1,
  use: { ...browser.use, engine: true },
});
