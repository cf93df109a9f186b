import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { run } from '@eventbridge-kit/testkit/lint/run-cli';

/** The page is followed: its files are written, its commands are run. */
const page = readFileSync(new URL('../../docs/lint-in-ci.md', import.meta.url), 'utf8');

/** What a line of the page's YAML says. */
function saidBy(key: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^ *(?:- )?${key}: (.*eventbridge-lint.*|.*bpmn.*)$`, 'gm'))].map(
    ([, said = '']) => said,
  );
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-ci-'));
  const files: Readonly<Record<string, string>> = {
    'eventbridge-lint.json': /```json\n([^]*?)```/.exec(page)?.[1] ?? expect.fail('no configuration'),
    'diagrams/order.bpmn': bpmn({ tasks: [{ inputs: { 'configuration.region': 'eu-central-7' } }] }),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What stands behind the program's name, without what the shell makes of the rest. */
function argumentsOf(command: string): string[] {
  const [, all = ''] = /eventbridge-lint ([^>|]*)/.exec(command) ?? [];
  return all.trim().split(' ');
}

it("the workflow's commands annotate, fail for a warning, and make a report", async () => {
  const [annotate = '', report = ''] = saidBy('run');
  const annotated = await run(argumentsOf(annotate), '', { cwd: folder });
  expect(annotated.code).toBe(1);
  expect(annotated.stdout).toMatch(/^::warning file=diagrams\/order\.bpmn,line=\d+,col=\d+,title=region-unknown::/);
  const sarif = JSON.parse((await run(argumentsOf(report), '', { cwd: folder })).stdout) as {
    readonly version: string;
  };
  expect(sarif.version).toBe('2.1.0');
});

it('the hook mends a diagram that is committed', async () => {
  const [[entry = ''], [files = '']] = [saidBy('entry'), saidBy('files')];
  const file = 'diagrams/order.bpmn';
  expect(file).toMatch(new RegExp(files));
  await run([...argumentsOf(entry), file], '', { cwd: folder });
  expect(readFileSync(join(folder, file), 'utf8')).toContain('eu-central-1');
});
