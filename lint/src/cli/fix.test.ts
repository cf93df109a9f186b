import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { run, type CliResult } from '@eventbridge-kit/testkit/lint/run-cli';

const EXAMPLE = readFileSync(new URL('../../../demo/examples/order-to-event.bpmn', import.meta.url), 'utf8');
const WRONG = EXAMPLE.replace('source="eu-central-1"', 'source="eu-cental-1"');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-lint-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function read(): string {
  return readFileSync(join(folder, 'a.bpmn'), 'utf8');
}

async function fix(content: string | Uint8Array, ...args: string[]): Promise<CliResult> {
  writeFileSync(join(folder, 'a.bpmn'), content);
  return run(['--fix', ...args, 'a.bpmn'], '', { cwd: folder });
}

it('fixes a file that a modeler saved, and changes nothing else in it', async () => {
  expect(WRONG).not.toBe(EXAMPLE);
  expect(await fix(WRONG)).toEqual({ code: 0, stdout: 'No problem in 1 file. 1 fix made.\n', stderr: '' });
  expect(read()).toBe(EXAMPLE);
  expect(readdirSync(folder)).toEqual(['a.bpmn']);
});

it('keeps the line ends of Windows', async () => {
  await fix(WRONG.replaceAll('\n', '\r\n'));
  expect(read()).toBe(EXAMPLE.replaceAll('\n', '\r\n'));
});

it('writes UTF-8, whatever the file was in, and says so in it', async () => {
  const [umlaut, fixed] = [WRONG, EXAMPLE].map((xml) => xml.replace('name="Publish order event"', 'name="Größe"'));
  await fix(Buffer.from((umlaut ?? '').replace('UTF-8', 'ISO-8859-1'), 'latin1'));
  expect(read()).toBe(fixed);
});

it('makes every fix of a task, and tells what is left', async () => {
  const inputs = {
    'configuration.region': 'eu-cental-1',
    'input.source': 'a ',
    'input.detail': String.raw`{"a":"\n"}`,
  };
  const { code, stdout } = await fix(
    bpmn({
      tasks: [
        { inputs, jobType: 'x' },
        { id: 'B', inputs: { 'input.source': '' } },
      ],
    }),
  );
  expect(code).toBe(1);
  expect(stdout).toContain('Source is required. ');
  expect(stdout).toContain('1 error in 1 file. 4 fixes made.');
  expect(read()).toContain(String.raw`source="={&#34;a&#34;:&#34;\n&#34;}"`);
});

it('leaves a file without a fix as it is', async () => {
  const compact = EXAMPLE.replaceAll('\n', '  \n');
  await fix(compact);
  expect(read()).toBe(compact);
  const unfixable = WRONG.replace('source="eu-cental-1"', 'source="nowhere-at-all"');
  await fix(unfixable);
  expect(read()).toBe(unfixable);
});

it('heeds what is switched off', async () => {
  await fix(WRONG, '--rule', 'region-format=off');
  expect(read()).toBe(WRONG);
});

it.each([
  [
    'comments',
    WRONG.replace('<bpmn:process', '<!-- mine -->\n<bpmn:process'),
    'it has comments or CDATA, which would be lost',
  ],
  [
    'two elements of one id',
    WRONG.replace('</bpmn:process>', '<bpmn:task id="PublishOrderEvent" /></bpmn:process>'),
    'a part of it cannot be read',
  ],
  [
    'a reference that leads nowhere',
    WRONG.replace('targetRef="OrderPublished"', 'targetRef="Nobody"'),
    'it refers to Nobody, which is not in it',
  ],
])('does not write a file with %s, and says why', async (_, xml, why) => {
  const { code, stderr } = await fix(xml);
  expect(stderr).toBe(`eventbridge-lint: a.bpmn: it is not fixed: ${why}.\n`);
  expect(code).toBe(1);
  expect(read()).toBe(xml);
});
