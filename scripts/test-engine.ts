/**
 * Runs the tests against real Camunda engines: `npm run test:engine [-- arguments]`. Finds or installs Java and Maven,
 * fetches the engines once a user, and closes with a table of what was checked on which engine. First those of the
 * worker, by vitest, then those of the demo in a browser, by Playwright. Arguments are for vitest, which runs alone
 * then; where one names a `.spec` file they are for Playwright, which runs alone.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { exitCode } from './command.ts';
import { fetchRestApi, installBroker, installInMemoryEngine } from './engines.ts';
import { inMemoryLauncher } from '../e2e/engine/in-memory.ts';
import { checkedTable, type EngineReport } from './checked-table.ts';
import { runBrowserTests } from './playwright.ts';
import { reportFile, root } from './project.ts';
import { say } from './say.ts';

const { java } = await installBroker();
await installInMemoryEngine(inMemoryLauncher());
await fetchRestApi();

const args = process.argv.slice(2);
const forBrowser = args.some((argument) => argument.includes('.spec'));

/** The worker's tests; gives the exit code. */
async function testWorker(): Promise<number> {
  const report = reportFile('engine');
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const config = join(root, 'e2e', 'engine', 'vitest.config.ts');
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
  const code = await exitCode(process.execPath, [vitest, 'run', '--config', config, ...reporters, ...args], {
    cwd: root,
    env: { JAVA_HOME: java.home },
  });
  if (existsSync(report))
    for (const line of checkedTable(JSON.parse(readFileSync(report, 'utf8')) as EngineReport)) say(line);
  return code;
}

/** The demo's tests; gives the exit code. */
const testDemo = (): Promise<number> =>
  runBrowserTests({
    config: 'e2e/engine/playwright.config.ts',
    suite: 'demo-engine',
    args,
    env: { JAVA_HOME: java.home },
  });

const codes = [
  ...(forBrowser ? [] : [await testWorker()]),
  ...(forBrowser || args.length === 0 ? [await testDemo()] : []),
];
process.exitCode = codes.find((code) => code !== 0) ?? 0;
