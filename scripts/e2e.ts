/** Runs the browser tests with a Chromium that it finds or installs: `npm run e2e [-- arguments for Playwright]`. */
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { requireChromium } from './chromium.ts';
import { exitCode } from './command.ts';
import { reportFile, root, withSourceCondition } from './project.ts';

const chromium = await requireChromium();
const report = reportFile('e2e');
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });

const own = process.argv.slice(2);
const reporters = own.some((argument) => argument.startsWith('--reporter')) ? [] : ['--reporter=list,json'];
const commandLine = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');

process.exitCode = await exitCode(
  process.execPath,
  [commandLine, 'test', '--config', join(root, 'e2e', 'playwright.config.ts'), ...reporters, ...own],
  {
    cwd: root,
    env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NODE_OPTIONS: withSourceCondition() },
  },
);
