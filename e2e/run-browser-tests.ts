import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { requireChromium } from '@eventbridge-kit/testkit/machine/chromium';
import { exitCode } from '@eventbridge-kit/testkit/machine/command';
import { reportFile, root, withSourceCondition, type Suite } from '@eventbridge-kit/testkit/machine/project';

export interface BrowserTests {
  /** Their configuration, from the project's folder. */
  readonly config: string;
  /** Names the report that the run leaves. */
  readonly suite: Suite;
  /** Arguments for Playwright. */
  readonly args: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs browser tests with a Chromium that it finds or installs; gives Playwright's exit code. */
export async function runBrowserTests({ config, suite, args, env = {} }: BrowserTests): Promise<number> {
  const chromium = await requireChromium();
  const report = reportFile(suite);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = args.some((argument) => argument.startsWith('--reporter')) ? [] : ['--reporter=list,json'];
  const commandLine = join(dirname(createRequire(import.meta.url).resolve('playwright')), 'cli.js');
  return exitCode(process.execPath, [commandLine, 'test', '--config', join(root, config), ...reporters, ...args], {
    cwd: root,
    env: {
      ...env,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      NODE_OPTIONS: withSourceCondition(),
    },
  });
}
