import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { run } from '@eventbridge-kit/testkit/lint/run-cli';

const WRONG = bpmn({
  tasks: [{ name: 'Publish\norder', inputs: { 'configuration.region': 'eu-cental-1', 'input.source': 'a ' } }],
});
const RIGHT = bpmn({ tasks: [{}] });
const UMLAUT = bpmn({ tasks: [{ name: 'Größe', inputs: { 'configuration.region': 'eu-cental-1' } }] });

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-lint-'));
  mkdirSync(join(folder, 'orders/node_modules/x'), { recursive: true });
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'kinds'));
  mkdirSync(join(folder, 'upper/deeper'), { recursive: true });
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'wrong.bpmn': WRONG,
    'right.bpmn': RIGHT,
    'orders/wrong [1] ü.bpmn': WRONG,
    'orders/node_modules/x/other.bpmn': WRONG,
    'orders/notes.txt': 'no diagram',
    'broken.bpmn': RIGHT.replace('</bpmn:process>', '</bpmn:proces>'),
    'cut.bpmn': RIGHT.slice(0, RIGHT.indexOf('</bpmn:process>') - 1),
    'form.bpmn': '{"type": "form"}',
    'dmn.bpmn': '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="x"/>',
    'empty.bpmn': '\n',
    'upper/FILE.BPMN': WRONG,
    'upper/deeper/Other.Bpmn': RIGHT,
    'kinds/copy.bpmn': WRONG.replace(
      '<bpmn:serviceTask',
      '<!-- <bpmn:serviceTask id="Task_1" /> -->\n<bpmn:serviceTask',
    ),
    'kinds/twice.bpmn': bpmn({ tasks: [{}, {}] }),
    'kinds/inside.bpmn': bpmn({ tasks: [{}], wrap: (content) => `<bpmn:box>\n${content}</bpmn:box>` }),
    'kinds/latin1.bpmn': Buffer.from(UMLAUT.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
    'kinds/utf16.bpmn': Buffer.from(`\uFEFF${UMLAUT.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
    'kinds/mark.bpmn': `\uFEFF${UMLAUT}`,
    'kinds/undeclared.bpmn': Buffer.from(UMLAUT, 'latin1'),
    'config.json': '{"preset": "strict", "rules": {"region-format": "off"}}',
    'wrong-rule.json': '{"rules": {"region-fromat": "off"}}',
    'wrong-key.json': '{"rulez": {}}',
    'no.json': '{"rules": ',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true }));

function lint(...args: string[]): ReturnType<typeof run> {
  return run(args, WRONG, { cwd: folder });
}

interface JsonReport {
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly severity: string;
    readonly line?: number;
    readonly message: string;
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function findings(...args: string[]): Promise<JsonReport> {
  const { stdout } = await lint('--format', 'json', ...args);
  return JSON.parse(stdout) as JsonReport; // the format's own shape
}

describe('exit code', () => {
  it.each([
    ['0 without a finding', ['right.bpmn'], 0],
    ['1 with an error', ['wrong.bpmn'], 1],
    ['0 with warnings only', ['--rule', 'region-format=off', 'wrong.bpmn'], 0],
    [
      '1 where a warning is made an error',
      ['--rule', 'region-format=off', '--rule', 'value-white-space=error', 'wrong.bpmn'],
      1,
    ],
    ['1 with a file that is no diagram', ['form.bpmn'], 1],
    ['1 with two elements of one id', ['kinds/twice.bpmn'], 1],
    ['1 with a task in an element that nobody knows', ['kinds/inside.bpmn'], 1],
    ['1 with bytes that no encoding explains', ['kinds/undeclared.bpmn'], 1],
    ['2 without a file', [], 2],
    ['2 for an unknown option', ['--mend', 'right.bpmn'], 2],
    ['2 for a fix of standard input', ['--fix', '-'], 2],
    ['2 for an unknown format', ['--format', 'xml', 'right.bpmn'], 2],
    ['2 for an unknown rule', ['--rule', 'foo=off', 'right.bpmn'], 2],
    ['2 for an unknown setting', ['--rule', 'region-format=maybe', 'right.bpmn'], 2],
    ['2 for an unknown preset', ['--preset', 'all', 'right.bpmn'], 2],
    ['2 for a file that does not exist', ['missing.bpmn'], 2],
    ['2 for a pattern without a match', ['nothing/*.bpmn'], 2],
    ['2 for a folder without a diagram', ['empty'], 2],
    ['2 for a configuration that does not exist', ['--config', 'missing.json', 'right.bpmn'], 2],
    ['0 for help', ['--help'], 0],
    ['0 for the version', ['--version'], 0],
  ])('%s', async (_, args, code) => {
    const result = await lint(...args);
    expect(result.code).toBe(code);
    expect(result.stderr === '').toBe(code !== 2);
  });
});

describe('wrong use', () => {
  it.each([
    [['--rule', 'region-fromat=off', 'right.bpmn'], 'Did you mean region-format?'],
    [['--config', 'wrong-rule.json', 'right.bpmn'], 'Did you mean region-format?'],
    [['--config', 'wrong-key.json', 'right.bpmn'], 'unknown key "rulez"'],
    [['--config', 'no.json', 'right.bpmn'], 'is not JSON'],
    [['--format', 'xml', 'right.bpmn'], 'text, json, sarif'],
    [['--formt', 'json', 'right.bpmn'], 'There is no such flag: found "--formt". Did you mean --format?'],
    [['--mend', 'right.bpmn'], 'There is no such flag: found "--mend".'],
    [['--fix', '-'], '--fix writes files: name them, not -.'],
    [[], 'Name at least one file.'],
  ])('%j: %s', async (args, message) => {
    expect((await lint(...args)).stderr).toContain(message);
  });
});

describe('files', () => {
  it('may be folders and patterns, each file once, never those of packages', async () => {
    const report = await findings('orders', 'wrong.bpmn', '*.bpmn', 'wrong.bpmn', '--rule', 'bpmn-error-uncaught=off');
    expect([...new Set(report.findings.map(({ file }) => file))]).toEqual([
      'orders/wrong [1] ü.bpmn',
      'wrong.bpmn',
      'broken.bpmn',
      'cut.bpmn',
      'dmn.bpmn',
      'empty.bpmn',
      'form.bpmn',
    ]);
    expect(report.summary['files']).toBe(8);
  });

  it('in a folder may end in .BPMN', async () => {
    expect((await findings('upper')).summary['files']).toBe(2);
  });

  it.each(['kinds/latin1.bpmn', 'kinds/utf16.bpmn', 'kinds/mark.bpmn'])('%s is read as it was saved', async (file) => {
    const { stdout } = await lint(file);
    expect(stdout).toContain(`${file}:4:1 Task_1 "Größe" Region (configuration.region)`);
    const piped = await run(['-'], readFileSync(join(folder, file)), { cwd: folder });
    expect(piped.stdout).toContain('<stdin>:4:1 Task_1 "Größe" Region (configuration.region)');
  });

  it('shows the line of the task, not of its copy in a comment', async () => {
    const [finding] = (await findings('kinds/copy.bpmn')).findings;
    expect(finding?.line).toBe(5);
  });

  it('may be standard input', async () => {
    const report = await findings('-');
    expect(report.findings.map(({ file, rule }) => [file, rule])).toEqual([
      ['<stdin>', 'region-format'],
      ['<stdin>', 'value-white-space'],
    ]);
  });

  it.each([
    ['broken.bpmn', /^The XML is broken: closing tag mismatch/, 24],
    ['cut.bpmn', /^The XML is broken: unexpected end of file/, 22],
    ['form.bpmn', /^The XML is broken: missing start tag/, 1],
    ['dmn.bpmn', /^This is not a BPMN diagram: its root is <definitions>/, 1],
    ['empty.bpmn', /^The file is empty/, undefined],
    ['kinds/twice.bpmn', /^Two elements have the id "Task_1"/, 23],
    ['kinds/inside.bpmn', /^<bpmn:box> is no element that BPMN or Camunda 8 has/, 4],
    ['kinds/undeclared.bpmn', /^The file is not UTF-8/, 4],
  ])('%s is reported with its cause and line', async (file, message, line) => {
    const [finding] = (await findings(file)).findings;
    expect(finding?.message).toMatch(message);
    expect(finding?.line).toBe(line);
    expect(finding?.severity).toBe('error');
  });
});

describe('settings', () => {
  it('come from presets, a file and options, the later ones stronger', async () => {
    const severities = async (...args: string[]): Promise<unknown> =>
      (await findings(...args, 'wrong.bpmn')).findings.map(({ rule, severity }) => `${rule} ${severity}`);
    expect(await severities()).toEqual(['region-format error', 'value-white-space warning']);
    expect(await severities('--preset', 'strict')).toEqual(['region-format error', 'value-white-space error']);
    expect(await severities('--config', 'config.json')).toEqual(['value-white-space error']);
    expect(await severities('--config', 'config.json', '--preset', 'recommended')).toEqual([
      'value-white-space warning',
    ]);
    expect(await severities('--config', 'config.json', '--rule', 'region-format=info')).toEqual([
      'region-format info',
      'value-white-space error',
    ]);
  });
});

describe('text', () => {
  it('names file, line, element, field, rule and fix', async () => {
    const { stdout } = await lint('wrong.bpmn');
    expect(stdout).toBe(`wrong.bpmn:4:1 Task_1 "Publish order" Region (configuration.region)
  error: This is not an AWS region: found "eu-cental-1". Did you mean "eu-central-1"? (region-format)
  fix: Replace with eu-central-1

wrong.bpmn:4:1 Task_1 "Publish order" Source (input.source)
  warning: The value has white space around it, so patterns that look for the bare text do not match: found "a ". Write "a". (value-white-space)
  fix: Remove the white space

1 error, 1 warning in 1 file, 2 with a fix.
`);
  });

  it('says so where nothing is wrong', async () => {
    expect((await lint('right.bpmn')).stdout).toBe('No problem in 1 file.\n');
  });

  it('has colours on a terminal only, and only where they are wanted', async () => {
    const colour = '\u001b[31m';
    const shown = async (isTTY: boolean, env: Record<string, string>): Promise<boolean> =>
      (await run(['wrong.bpmn'], '', { cwd: folder, isTTY, env })).stdout.includes(colour);
    expect(await shown(true, {})).toBe(true);
    expect(await shown(false, {})).toBe(false);
    expect(await shown(true, { NO_COLOR: '1' })).toBe(false);
  });
});

describe('sarif', () => {
  const require = createRequire(import.meta.url);
  const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object; // the format's own schema

  it.each([['wrong.bpmn'], ['right.bpmn'], ['orders'], ['broken.bpmn'], ['form.bpmn'], ['kinds/twice.bpmn'], ['-']])(
    'of %s is valid SARIF 2.1.0',
    async (file) => {
      const { stdout } = await lint('--format', 'sarif', file);
      const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false });
      const validate = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
      expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
    },
  );

  it('names rule, level, place, element and fix', async () => {
    const { stdout } = await lint('--format', 'sarif', 'orders');
    const [run] = (JSON.parse(stdout) as Log).runs; // validated above
    const [result] = run?.results ?? [];
    expect(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]).toMatchObject({
      id: 'region-format',
      shortDescription: { text: 'Not an AWS region' },
    });
    expect(result).toMatchObject({
      ruleId: 'region-format',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'orders/wrong%20%5B1%5D%20%C3%BC.bpmn', index: 0 },
            region: { startLine: 4, startColumn: 1 },
          },
          logicalLocations: [{ fullyQualifiedName: 'Task_1/configuration.region' }],
        },
      ],
      properties: { fix: { title: 'Replace with eu-central-1' } },
    });
  });
});
