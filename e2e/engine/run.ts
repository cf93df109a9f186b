/**
 * Worker and demo on a Camunda engine: `npm run test:engine [-- arguments]`.
 *
 * By default on the in-memory engine, in-memory-only suites included: it finds or installs Java and Maven, fetches what it
 * needs once a user, and says under which licences. With `ZEEBE_GRPC_ADDRESS` the worker's suites run on that engine, and
 * with `ZEEBE_REST_ADDRESS` those of its REST gateway too; nothing but the OpenAPI document is fetched then.
 *
 * It closes with a table of what was checked on which engine. First the suites of the worker, by vitest, then those of the
 * demo in a browser, by Playwright. Arguments are for vitest, which runs alone then; where one names a `.spec` file they
 * are for Playwright, which runs alone.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { exitCode } from '@eventbridge-kit/testkit/machine/command';
import { fetchRestApi, installFeel, installInMemoryEngine, LICENCES } from '@eventbridge-kit/testkit/machine/fetched';
import { feelLauncher } from './feel-oracle/library/library.ts';
import { IN_MEMORY_NAME, inMemoryLauncher } from '@eventbridge-kit/testkit/engine/in-memory';
import { findNamedEngine } from '@eventbridge-kit/testkit/engine/named';
import { checkedTable, type EngineReport } from './checked-table.ts';
import { requireJava } from '@eventbridge-kit/testkit/machine/java';
import { runBrowserTests } from '../run-browser-tests.ts';
import { reportFile, root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';

const named = await findNamedEngine();
say(`Engine: ${named?.name ?? IN_MEMORY_NAME}${named === undefined ? '' : ` at ${named.grpcAddress}`}`);
say(
  named?.restAddress === undefined
    ? 'REST: a scripted gateway; no real one. ZEEBE_GRPC_ADDRESS and ZEEBE_REST_ADDRESS name one.'
    : `REST: ${named.restAddress}`,
);
say('Fetched once a user, for these tests alone:');
for (const licence of LICENCES) say(`  ${licence}`);
const java = await requireJava();
if (named === undefined) {
  await installInMemoryEngine(inMemoryLauncher());
  await installFeel(feelLauncher());
}
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
function testDemo(): Promise<number> {
  return runBrowserTests({
    config: 'e2e/engine/playwright.config.ts',
    suite: 'demo-engine',
    args,
    env: { JAVA_HOME: java.home },
  });
}

const codes = [
  ...(forBrowser ? [] : [await testWorker()]),
  // The demo shows an engine's records, which only the tests' own has.
  ...(named === undefined && (forBrowser || args.length === 0) ? [await testDemo()] : []),
];
process.exitCode = codes.find((code) => code !== 0) ?? 0;
