import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { run, type CliResult } from '@eventbridge-kit/testkit/lint/run-cli';

const WRONG = bpmn({
  tasks: [{ name: 'Publish, 100%', inputs: { 'configuration.region': 'eu-cental-1', 'input.source': 'a ' } }],
});

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-lint-'));
  const files: Readonly<Record<string, string>> = {
    'eventbridge-lint.json': '{"rules": {"region-format": "off"}}',
    'orders/deep/a.bpmn': WRONG,
    'strict/.bpmnlintrc': '{"extends": ["bpmnlint:recommended", "plugin:eventbridge/strict"]}',
    'strict/a.bpmn': WRONG,
    'single/.bpmnlintrc': '{"rules": {"eventbridge/region-format": 1, "label-required": "off"}}',
    'single/a.bpmn': WRONG,
    'both/eventbridge-lint.json': '{"rules": {"region-format": "info"}}',
    'both/.bpmnlintrc': '{"extends": "plugin:eventbridge/strict"}',
    'both/a.bpmn': WRONG,
    'other/.bpmnlintrc': '{"extends": "bpmnlint:recommended"}',
    'other/a.bpmn': WRONG,
    'typo/.bpmnlintrc': '{"rules": {"eventbridge/region-fromat": "error"}}',
    'typo/a.bpmn': WRONG,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

function lint(...args: string[]): Promise<CliResult> {
  return run(args, WRONG, { cwd: folder });
}

describe('the configuration', () => {
  it.each([
    ['of a folder above', 'orders', '1 warning in 1 file'],
    ['of bpmnlint, by its preset', 'strict', '2 errors in 1 file'],
    ['of bpmnlint, by a rule', 'single', '2 warnings in 1 file'],
    ['of this command before that of bpmnlint', 'both', '1 warning, 1 hint in 1 file'],
    ['of a folder above where bpmnlint says nothing of these rules', 'other', '1 warning in 1 file'],
  ])('is found by itself: that %s', async (_, name, summary) => {
    expect((await lint(name)).stdout).toContain(summary);
  });

  it('is that of the folder for standard input, and another one where it is named', async () => {
    expect((await lint('-')).stdout).toContain('1 warning in 1 file');
    expect((await lint('--config', 'both/eventbridge-lint.json', 'orders')).stdout).toContain('1 warning, 1 hint');
  });

  it('is refused with its path where it names an unknown rule', async () => {
    const { code, stderr } = await lint('typo');
    expect(code).toBe(2);
    expect(stderr).toContain(join('typo', '.bpmnlintrc'));
    expect(stderr).toContain('region-format');
  });
});

describe('how much is well', () => {
  it('fails where there are more warnings than allowed, and says so', async () => {
    expect(await lint('--max-warnings', '1', 'orders')).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = await lint('--max-warnings', '0', 'orders');
    expect(code).toBe(1);
    expect(stderr).toBe('eventbridge-lint: 1 warning, and at most 0 are allowed.\n');
  });

  it('prints errors alone, and counts the rest all the same', async () => {
    const { code, stdout } = await lint('--quiet', '--max-warnings', '0', 'orders');
    expect(code).toBe(1);
    expect(stdout).toBe('No error in 1 file.\n');
  });
});

it('annotates the lines of a pull request', async () => {
  const { stdout } = await lint('--format', 'github', '--rule', 'region-format=error', 'orders');
  expect(stdout.split('\n')[0]).toBe(
    '::error file=orders/deep/a.bpmn,line=4,col=1,title=region-format::Publish, 100%25, Region: This is not an AWS region: found "eu-cental-1". Did you mean "eu-central-1"?',
  );
  expect(stdout).toMatch(/^::warning file=.*title=value-white-space::/m);
});
