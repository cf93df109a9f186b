import { cruise } from 'dependency-cruiser';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterEach, describe, expect, it } from 'vitest';
import configuration from '../.dependency-cruiser.js';
import folders from '../.dependency-cruiser.folders.js';

// without a slash at the end, which dependency-cruiser does not take
const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: { readonly 'lint:walls': string };
}; // ours

/**
 * What breaks a wall, put into a room for the time of one test: a file, or the first folder that was made for it. Files that
 * are no tests end in .mts, which no room's project includes: others may be building it meanwhile.
 */
const written: string[] = [];

function write(path: string, text: string): void {
  const file = join(root, path);
  written.push(mkdirSync(dirname(file), { recursive: true }) ?? file);
  writeFileSync(file, text);
}

afterEach(() => {
  for (const path of written.splice(0)) rmSync(path, { recursive: true, force: true });
});

async function violations(path: string, { forbidden, options } = configuration): Promise<string[]> {
  const { enhancedResolveOptions, ...rest } = options;
  const { output } = await cruise(
    [path],
    { ...rest, baseDir: root, ruleSet: { forbidden }, validate: true },
    enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave text where a result was expected');
  return output.summary.violations.filter((found) => found.from === path).map((found) => found.rule.name);
}

function typeErrors(tsconfig: string, path: string): string[] {
  const file = join(root, tsconfig);
  const parsed = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, (name) => ts.sys.readFile(name)).config,
    ts.sys,
    dirname(file),
  );
  const program = ts.createProgram([join(root, path)], { ...parsed.options, noEmit: true, composite: false });
  return ts
    .getPreEmitDiagnostics(program)
    .filter((found) => found.file?.fileName.endsWith(path) === true)
    .map((found) => ts.flattenDiagnosticMessageText(found.messageText, '\n'));
}

describe('the walls between the rooms', () => {
  it('say why, each by itself', () => {
    const rules = [...configuration.forbidden, ...folders.forbidden];
    expect(rules.filter(({ comment = '' }) => comment.length < 20).map(({ name }) => name)).toEqual([]);
    write('connector/src/wall-probe.mts', "import '@eventbridge-kit/templates';\n");
    const [command = ''] = scripts['lint:walls'].split(' && ');
    const { status, stdout } = spawnSync('npx', command.replace(/ issue .*$/, ' connector').split(' '), {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    const comment = configuration.forbidden.find(({ name }) => name === 'room-connector')?.comment ?? '';
    expect(stdout.replace(/\s+/g, ' ')).toContain(comment.replace(/\s+/g, ' '));
  });

  it('refuse an import of a room that is not in the table', async () => {
    write('connector/src/wall-probe.mts', "import '@eventbridge-kit/templates';\n");
    expect(await violations('connector/src/wall-probe.mts')).toContain('room-connector');
  });

  it('refuse a relative path into another room', async () => {
    write('plugin/src/wall-probe.mts', "import '../../worker/src/index.ts';\n");
    expect(await violations('plugin/src/wall-probe.mts')).toContain('room-plugin');
  });

  it("refuse the generator's author door to the steps of a job, and leave them the job input", async () => {
    write('event-job/src/wall-probe.mts', "import 'element-template-generator';\n");
    expect(await violations('event-job/src/wall-probe.mts')).toContain('room-event-job');
    write('event-job/src/wall-probe.mts', "import 'element-template-generator/job-input';\n");
    expect(await violations('event-job/src/wall-probe.mts')).toEqual([]);
  });

  it('refuse a package that the room does not declare', async () => {
    write('eventbridge/src/wall-probe.mts', "import 'pino';\n");
    expect(await violations('eventbridge/src/wall-probe.mts')).toContain('declared-packages-only');
  });

  it('refuse a Node module in a neutral room', async () => {
    write('eventbridge/src/wall-probe.mts', "import 'node:fs';\n");
    expect(await violations('eventbridge/src/wall-probe.mts')).toContain('no-node-in-neutral-rooms');
  });

  it('refuse AWS in the batching of the worker', async () => {
    write('worker/src/batch/wall-probe.mts', "import '../aws/put-events/put-events-call.ts';\n");
    expect(await violations('worker/src/batch/wall-probe.mts')).toContain('batching-knows-no-aws');
    write('worker/src/batch/wall-probe.mts', "import '@aws-sdk/client-eventbridge';\n");
    expect(await violations('worker/src/batch/wall-probe.mts')).toContain('batching-knows-no-aws');
  });

  it("refuse another room's tests to a test, and leave it testkit", async () => {
    write('plugin/src/wall-probe.test.ts', "import '../../lint/test/apply-fix.ts';\n");
    expect(await violations('plugin/src/wall-probe.test.ts')).toContain('own-tests-of-lint');
    write('plugin/src/wall-probe.test.ts', "import '@eventbridge-kit/testkit/bpmn';\n");
    expect(await violations('plugin/src/wall-probe.test.ts')).toEqual([]);
  });

  it('refuse a test a room that its room may not import, unless it is tested against that one', async () => {
    write('local-bus/src/wall-probe.test.ts', "import '../../lint/src/core.ts';\n");
    expect(await violations('local-bus/src/wall-probe.test.ts')).toContain('tests-of-local-bus');
    write('worker/src/wall-probe.test.ts', "import 'eventbridge-local-bus';\n");
    expect(await violations('worker/src/wall-probe.test.ts')).toEqual([]);
  });

  it('refuse testkit to what is shipped, and a host to testkit', async () => {
    write('worker/src/wall-probe.mts', "import '@eventbridge-kit/testkit/jobs';\n");
    expect(await violations('worker/src/wall-probe.mts')).toContain('room-worker');
    for (const host of ['packaging/packing/pack.ts', 'pictures/demo-page.ts', 'scripts/copies.ts']) {
      write('testkit/src/wall-probe.mts', `import '../../${host}';\n`);
      expect(await violations('testkit/src/wall-probe.mts'), host).toContain('hosts-are-not-imported');
    }
  });

  it('refuse a host a room that it does not declare', async () => {
    write('packaging/wall-probe.mts', "import '../demo/src/server/index.ts';\n");
    expect(await violations('packaging/wall-probe.mts')).toContain('declared-rooms-packaging');
    write('pictures/wall-probe.mts', "import '../lint/src/core.ts';\n");
    expect(await violations('pictures/wall-probe.mts')).toContain('declared-rooms-pictures');
  });

  it('refuse a test a package that neither its room nor the root declares', async () => {
    write('eventbridge/src/wall-probe.test.ts', "import 'pino';\n");
    expect(await violations('eventbridge/src/wall-probe.test.ts')).toContain('declared-packages-only');
    write('eventbridge/src/wall-probe.test.ts', "import 'fast-check';\n");
    expect(await violations('eventbridge/src/wall-probe.test.ts')).toEqual([]);
  });

  it("refuse a package of the root's tools to what is shipped", async () => {
    write('eventbridge/src/wall-probe.mts', "import 'fast-check';\n");
    expect(await violations('eventbridge/src/wall-probe.mts')).toContain('no-dev-packages-at-run-time');
  });

  it('refuse a circle of files, in tests too', async () => {
    write('issue/src/wall-probe.test.ts', "import './wall-second.test.ts';\n");
    write('issue/src/wall-second.test.ts', "import './wall-probe.test.ts';\n");
    expect(await violations('issue/src/wall-probe.test.ts')).toContain('no-cycles');
  });

  it('refuse a circle of folders that is none of files', async () => {
    write('issue/src/wall-one/probe.mts', "import '../wall-two/probe.mts';\n");
    write('issue/src/wall-two/probe.mts', "import '../wall-one/other.mts';\n");
    write('issue/src/wall-one/other.mts', 'export const other = 1;\n');
    expect(await violations('issue/src/wall-one', folders)).toEqual(['no-circle-of-folders']);
    expect(await violations('issue/src/wall-one/probe.mts')).toEqual([]);
  });

  it('let a right import pass', async () => {
    write('eventbridge/src/wall-probe.mts', "import '@eventbridge-kit/issue';\n");
    expect(await violations('eventbridge/src/wall-probe.mts')).toEqual([]);
  });
});

describe('the environment of a room', () => {
  const neutral = ['issue', 'feel', 'connector', 'eventbridge', 'templates', 'generator', 'event-job', 'lint'];

  it.each(neutral)('has no process, window, Buffer or fetch in %s', (room) => {
    const path = room === 'templates' ? `${room}/wall-probe.mts` : `${room}/src/wall-probe.mts`;
    write(path, 'export const probe = [process, window, Buffer, fetch];\n');
    const errors = typeErrors(`${room}/tsconfig.json`, path).join('\n');
    for (const name of ['process', 'window', 'Buffer', 'fetch']) expect(errors).toContain(`'${name}'`);
  });

  it('has a window but no process in plugin', () => {
    write('plugin/src/wall-probe.mts', 'export const probe = [window, process];\n');
    const errors = typeErrors('plugin/tsconfig.json', 'plugin/src/wall-probe.mts').join('\n');
    expect(errors).toContain("'process'");
    expect(errors).not.toContain("'window'");
  });
});
