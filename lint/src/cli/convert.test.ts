import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bpmn, official, type DiagramSpec } from '@eventbridge-kit/testkit/bpmn';
import { run, type CliResult } from '@eventbridge-kit/testkit/lint/run-cli';
import { officialTemplates } from '@eventbridge-kit/testkit/lint/templates';

const HEADERS = { elementTemplateVersion: '6', resultVariable: 'sent' };
const THEIRS = bpmn({ tasks: [{ ...official, headers: HEADERS }] });
const OURS = bpmn({ tasks: [{}] });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-lint-'));
  writeFileSync(join(folder, 'camunda.json'), JSON.stringify(officialTemplates));
  writeFileSync(join(folder, 'slack.json'), JSON.stringify({ id: 'io.camunda.connectors.Slack.v1', properties: [] }));
  writeFileSync(join(folder, 'list.json'), '[1]');
});

afterEach(() => rmSync(folder, { recursive: true }));

function read(): string {
  return readFileSync(join(folder, 'a.bpmn'), 'utf8');
}

async function lint(xml: string, ...args: string[]): Promise<CliResult> {
  writeFileSync(join(folder, 'a.bpmn'), xml);
  return run([...args, 'a.bpmn'], '', { cwd: folder });
}

it("offers the change of Camunda's own task as a hint, and makes it only when it is asked for", async () => {
  const offered = await lint(THEIRS, '--fix');
  expect(offered).toMatchObject({ code: 0, stderr: '' });
  expect(offered.stdout).toContain('info: This connector sends one event a call');
  expect(read()).toBe(THEIRS);

  const made = await lint(THEIRS, '--fix', '--convert', 'send-event');
  expect(made).toEqual({ code: 0, stdout: 'No problem in 1 file. 1 fix made.\n', stderr: '' });
  expect(read()).toContain('zeebe:modelerTemplate="eventbridge-kit.send-event.v1" zeebe:modelerTemplateVersion="1"');
  expect(read()).toContain('<zeebe:header key="resultVariable" value="sent" />');
});

it.each<readonly [string | null, number]>([
  ['8.10.0', 9],
  ['8.8.0', 6],
  ['8.2.0', 2],
  [null, 9],
])('goes back to the newest template of Camunda for its version %s: %d', async (engine, version) => {
  const { stderr } = await lint(bpmn({ tasks: [{}], engine }), '--fix', '--convert', 'camunda.json');
  // The version for 8.2 has no choice of authentication.
  if (version === 2) {
    expect(stderr).toBe(
      'eventbridge-lint: a.bpmn: Task_1 stays as it is: the template has no place for Authentication (authentication.type).\n',
    );
    return;
  }
  expect(stderr).toBe('');
  expect(read()).toContain(`zeebe:modelerTemplate="${official.template.id}" zeebe:modelerTemplateVersion="${version}"`);
  expect(read()).toContain(`<zeebe:taskDefinition type="${official.jobType}" retries="3" />`);
});

it.each<readonly [string, DiagramSpec, string, string]>([
  [
    'a value without a place',
    { tasks: [{ ...official, inputs: { awsCredential: '=c', mine: '=1' } }] },
    'send-event',
    'the template has no place for AWS credential (awsCredential), mine',
  ],
  [
    'an engine that is too old for ours',
    { tasks: [{ ...official }], engine: '8.5.0' },
    'send-event',
    'no version of the template is for Camunda 8.5',
  ],
  [
    'an engine that is too old',
    { tasks: [{}], engine: '8.0.0' },
    'camunda.json',
    'no version of the template is for Camunda 8.0',
  ],
  [
    'another element',
    { tasks: [{ ...official, element: 'sendTask' }] },
    'send-event',
    'it is a bpmn:SendTask, which only a modeler can change',
  ],
])('leaves a task as it is that has %s, and says so', async (_, diagram, target, why) => {
  const xml = bpmn(diagram);
  const { stderr } = await lint(xml, '--fix', '--convert', target);
  expect(stderr).toBe(`eventbridge-lint: a.bpmn: Task_1 stays as it is: ${why}.\n`);
  expect(read()).toBe(xml);
});

it('changes nothing where there is nothing to change', async () => {
  expect(await lint(OURS, '--fix', '--convert', 'send-event')).toMatchObject({ code: 0, stderr: '' });
  expect(read()).toBe(OURS);
});

it.each([
  [['--convert', 'send-event'], '--convert changes files: write --fix with it.'],
  [['--fix', '--convert', 'nowhere.json'], '--convert nowhere.json cannot be read: '],
  [
    ['--fix', '--convert', 'slack.json'],
    'found the template "io.camunda.connectors.Slack.v1". Write send-event, or the file of',
  ],
  [
    ['--fix', '--convert', 'list.json'],
    '--convert list.json is no template of an EventBridge connector: found no element template.',
  ],
])('refuses %j and says what to write', async (args, words) => {
  const { code, stderr } = await lint(THEIRS, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
  expect(read()).toBe(THEIRS);
});
