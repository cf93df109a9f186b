import { describe, expect, it } from 'vitest';
import { checkAssets, type Result } from '../src/check/rule.ts';
import { RULES } from '../src/check/rules.ts';
import { personLines, verdictLines } from '../src/check/report.ts';
import { PUBLISHER, SampleRelease, SUBMISSION } from './sample-release.ts';
import { FILES_SEEDS } from './seeds/files.ts';
import { PAGES_SEEDS } from './seeds/pages.ts';
import { newVersion, property, TEMPLATES_SEEDS } from './seeds/templates.ts';

const SEEDS = { ...FILES_SEEDS, ...PAGES_SEEDS, ...TEMPLATES_SEEDS };

function resultOf(release: SampleRelease, id: string): Result | undefined {
  return checkAssets(release.assets, RULES).find(({ rule }) => rule.id === id);
}

describe('the files of a release', () => {
  it('keep every rule as they are', () => {
    const results = checkAssets(new SampleRelease().assets, RULES);
    expect(results.filter(({ verdict }) => verdict !== 'kept').flatMap((result) => verdictLines([result]))).toEqual([]);
  });

  it('have what only a person can say as that, and not as broken', () => {
    const nobody = { ...PUBLISHER, name: null, contact: null, repository: null, issues: null, page: null };
    const results = checkAssets(new SampleRelease(nobody).assets, RULES);
    expect(results.filter(({ verdict }) => verdict !== 'kept').map(({ rule, verdict }) => [rule.id, verdict])).toEqual([
      ['publisher', 'person'],
    ]);
    expect(personLines(results, [], []).join('\n')).toContain('publisher: Fill in publisher.json');
  });
});

describe('a seeded violation', () => {
  it('is there for each rule', () => {
    expect(Object.keys(SEEDS).sort()).toEqual(RULES.map(({ id }) => id).sort());
  });

  const rows = Object.entries(SEEDS).flatMap(([id, seeds]) =>
    seeds.map(([what, file, seed]) => ({ id, what, file, seed })),
  );

  it.each(rows)('of $id is found: $what', ({ id, file, seed }) => {
    const release = new SampleRelease();
    seed(release);
    const result = resultOf(release, id);
    expect(result?.verdict).toBe(['publisher', 'documentation'].includes(id) ? 'person' : 'broken');
    expect(result?.findings.some((found) => found.file.startsWith(file))).toBe(true);
    // who reads it learns the file, the rule and the remedy
    const lines = verdictLines(result === undefined ? [] : [result]).join('\n');
    for (const part of [file, result?.rule.rule ?? '', result?.rule.remedy ?? '']) expect(lines).toContain(part);
  });

  it('of an upgrade is no violation once the changelog tells it', () => {
    const release = new SampleRelease();
    newVersion(release, (template) => (property(template, 'input.traceHeader').binding.name = 'input.trace'));
    expect(resultOf(release, 'lost-values-told')?.findings[0]?.found).toBe(
      'version 2 loses "Trace header" (`input.traceHeader`) of version 1',
    );
    release.edit(
      SUBMISSION,
      'CHANGELOG.md',
      (text) => `${text}\n- The value of "Trace header" is lost: write it anew.\n`,
    );
    expect(resultOf(release, 'lost-values-told')?.verdict).toBe('kept');
  });
});
