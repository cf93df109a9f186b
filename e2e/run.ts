/** Runs the browser tests that need no engine: `npm run e2e [-- arguments for Playwright]`. */
import { runBrowserTests } from './run-browser-tests.ts';

process.exitCode = await runBrowserTests({
  config: 'e2e/playwright.config.ts',
  suite: 'e2e',
  args: process.argv.slice(2),
});
