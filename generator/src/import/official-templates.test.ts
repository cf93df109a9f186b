import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { lintTools } from '../cli/tools.ts';
import { emitTemplate, importTemplate, lintTemplate, type TemplateSpec } from '../index.ts';

/** Each file holds every version of one template, or one template. */
const folder = join(
  dirname(createRequire(import.meta.url).resolve('@camunda/connectors-element-templates/package.json')),
  'src/element-templates',
);

interface Official {
  readonly id: string;
  readonly version?: number;
}

const files: readonly (readonly Official[])[] = readdirSync(folder).map((file) =>
  [JSON.parse(readFileSync(join(folder, file), 'utf8')) as Official | Official[]].flat(),
);

const newest = files.flatMap((versions) =>
  versions.toSorted((a, b) => (b.version ?? -1) - (a.version ?? -1)).slice(0, 1),
);

function read(json: unknown): TemplateSpec {
  const result = importTemplate(json);
  if (!result.ok)
    throw new Error(result.problems.map(({ path, message }) => `${path.join('/')}: ${message}`).join('\n'));
  return result.template;
}

/** What is really wrong in the newest versions: template, rule, place. */
const MISTAKES = [
  // one id for several properties
  'io.camunda.connectors.CamundaOrchestrationCluster.v1 repeated-id properties/4/id',
  'io.camunda.connectors.GoogleMapsPlatform.v1 repeated-id properties/21/id',
  'io.camunda.connectors.GoogleMapsPlatform.v1 repeated-id properties/22/id',
  'io.camunda.connectors.HubSpot.v1 repeated-id properties/5/id',
  'io.camunda.connectors.HubSpot.v1 repeated-id properties/6/id',
  'io.camunda.connectors.HubSpot.v1 repeated-id properties/7/id',
  // "default" where "value" was meant, and a slip of the keyboard
  'io.camunda.connectors.GitHub.v1 unknown-member properties/117/default',
  'io.camunda.connectors.GitHub.v1 unknown-member properties/120/default',
  'io.camunda.connectors.ServiceNow.v1 unknown-member let',
  // the milestone is written over the assignees
  'io.camunda.connectors.GitLab.v1 same-target properties/85/binding',
  // an optional path whose pattern refuses the empty text
  'io.camunda.connectors.GoogleGemini.v1 empty-pattern input.dataStorePath/constraints',
  // a hidden property without a value beside the field that writes the same place
  ...[
    ['Twilio.Webhook.Boundary.v1', 5],
    ['Twilio.Webhook.Intermediate.v1', 5],
    ['Twilio.Webhook.Receive.v1', 5],
    ['TwilioWebhook.v1', 9],
    ['TwilioWebhookMessageStart.v1', 10],
  ].flatMap(([name, index]) => [
    `io.camunda.connectors.${String(name)} same-target properties/${String(index)}/binding`,
    `io.camunda.connectors.${String(name)} hidden-value properties/${String(index)}`,
  ]),
  // headers that name another template than the one they stand in
  'io.camunda.connectors.message.end.v1 template-headers id/value',
  'io.camunda.connectors.message.intermediate.v1 template-headers id/value',
  'io.camunda.connectors.message.sendtask.v1 template-headers id/value',
];

describe("Camunda's own templates", () => {
  it('are 131 files with 693 versions', () => {
    expect([newest.length, files.flat().length]).toEqual([131, 693]);
  });

  it('are read and written without a difference, all versions', () => {
    const different = files.flat().filter((official) => !isDeepStrictEqual(emitTemplate(read(official)), official));
    expect(different.map(({ id, version }) => [id, version])).toEqual([]);
  });

  it('have no error of the lint rules in their newest versions but those that are mistakes', () => {
    const found = newest.flatMap((official) =>
      lintTemplate(read(official), lintTools)
        .filter((issue) => issue.severity === 'error')
        .map(({ rule, path }) => `${official.id} ${rule} ${path.join('/').replace('properties/', '')}`),
    );
    expect(found.sort()).toEqual([...MISTAKES].sort());
  });
});
