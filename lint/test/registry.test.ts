import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EVENT_RULES } from '@eventbridge-kit/eventbridge';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '@eventbridge-kit/testkit/lint/all-examples';
import { familySource, templateIdSource } from '@eventbridge-kit/testkit/lint/family-source';
import { OWN_RULE_IDS, ruleIndexSource } from '@eventbridge-kit/testkit/lint/rule-index-source';
import { rulePagesSource } from '@eventbridge-kit/testkit/lint/rule-pages-source';
import { RULES, ruleOf } from '../src/core.ts';
import { OWN_RULES } from '../src/rules/own-rules.generated.ts';

const ids = RULES.map(({ id }) => id).toSorted();
const room = new URL('..', import.meta.url);

function idsIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, room))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
}

describe('a rule', () => {
  it('is listed once', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('with a check of its own has the id that its file is named after', () => {
    expect(Object.entries(OWN_RULES).map(([file, { id }]) => [file, id])).toEqual(
      OWN_RULE_IDS.map((file) => [file, file]),
    );
    for (const rule of Object.values(OWN_RULES)) expect(RULES).toContain(rule);
  });

  it('has examples and a page', () => {
    expect([...EXAMPLES.keys()].toSorted()).toEqual(ids);
    expect(idsIn('../docs/rules/', '.md').filter((page) => page !== 'README')).toEqual(ids);
  });

  it('of an event has the title and the severity that it has everywhere', () => {
    for (const [id, { title, severity }] of Object.entries(EVENT_RULES)) {
      if (id !== 'detail-not-a-number') expect(ruleOf(id)).toMatchObject({ title, severity });
    }
  });
});

describe('what is generated here is fresh:', () => {
  it.each([
    ['model/families/template-id.generated.ts', "the template's id", templateIdSource()],
    ['model/families/send-event.generated.ts', "this project's template", familySource()],
    ['rule/pages.generated.ts', 'publisher.json and the version', rulePagesSource()],
    ['rules/own-rules.generated.ts', 'the files of the rules', ruleIndexSource()],
  ])('%s, from %s', async (file, _, source) => {
    const path = fileURLToPath(new URL(`src/${file}`, room));
    const fresh = await format(source, { ...(await resolveConfig(path)), filepath: path });
    expect(readFileSync(path, 'utf8'), 'run npm run generate').toBe(fresh);
  });
});

describe('the address of a page', () => {
  const nobody = { name: null, contact: null, homepage: null, repository: null, issues: null, page: null, file: null };

  it('is where the publisher shows the pages of this version', () => {
    const page = 'https://git.example/kit/blob/v{version}/{path}';
    expect(rulePagesSource({ ...nobody, page })).toContain(
      "'https://git.example/kit/blob/v0.1.0/docs/rules/{rule}.md'",
    );
  });

  it('is that of the file in this version of the package, as long as nobody says more', () => {
    expect(rulePagesSource(nobody)).toContain('bpmnlint-plugin-eventbridge@0.1.0/dist/docs/{rule}.html');
  });
});
