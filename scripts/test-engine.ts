/**
 * Runs the tests against real Camunda engines: `npm run test:engine [-- arguments for vitest]`. Finds or installs Java
 * and Maven, fetches the engines once a user, and closes with a table of what was checked on which engine.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { exitCode } from './command.ts';
import { fetchRestApi, installBroker, installInMemoryEngine } from './engines.ts';
import { inMemoryLauncher } from '../e2e/engine/in-memory.ts';
import { checkedTable, type EngineReport } from './checked-table.ts';
import { reportFile, root } from './project.ts';
import { say } from './say.ts';

const { java } = await installBroker();
await installInMemoryEngine(inMemoryLauncher());
await fetchRestApi();

const report = reportFile('engine');
mkdirSync(dirname(report), { recursive: true });
rmSync(report, { force: true });

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
process.exitCode = await exitCode(
  process.execPath,
  [vitest, 'run', '--config', join(root, 'e2e', 'engine', 'vitest.config.ts'), ...reporters, ...process.argv.slice(2)],
  { cwd: root, env: { JAVA_HOME: java.home } },
);
if (existsSync(report))
  for (const line of checkedTable(JSON.parse(readFileSync(report, 'utf8')) as EngineReport)) say(line);
