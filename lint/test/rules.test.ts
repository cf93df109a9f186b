import { describe, expect, it } from 'vitest';
import { checkDiagram, readDiagram, RULES, type LintIssue } from '../src/core.ts';
import { examplesOf } from '@eventbridge-kit/testkit/lint/all-examples';
import { applyFix } from './apply-fix.ts';
import { OWN_RULE_IDS } from '@eventbridge-kit/testkit/lint/rule-index-source';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { diagramOf, expectedOf, type InvalidExample, type ValidExample } from '@eventbridge-kit/testkit/lint/example';
import { parse } from '@eventbridge-kit/testkit/parse';

it('has a rule for each file of one', () => {
  const listed = new Set(RULES.map(({ id }) => id));
  const forgotten = OWN_RULE_IDS.filter((id) => !listed.has(id));
  expect(forgotten, 'run `npm run generate`, and add the id to ORDER in lint/src/rules/index.ts').toEqual([]);
});

/** Each rule against its examples: it finds what it must, nothing else, and each fix removes what it was offered for. */
for (const rule of RULES) {
  const { invalid, valid } = examplesOf(rule.id);
  const lint = (definitions: object): LintIssue[] =>
    checkDiagram(readDiagram(definitions), [{ rule, severity: rule.severity }]);
  const lintExample = async (example: InvalidExample | ValidExample): Promise<LintIssue[]> =>
    lint(await parse(bpmn(diagramOf(example))));

  describe(rule.id, () => {
    it.each(invalid)('finds: $name', async (example) => {
      const issues = await lintExample(example);
      const expected = expectedOf(example);
      expect(issues.map(({ elementId }) => elementId)).toEqual(expected.map(({ elementId }) => elementId));
      for (const [index, { field, message, fix }] of expected.entries()) {
        if (field !== undefined) expect(issues[index]?.field).toBe(field);
        if (message !== undefined) expect(issues[index]?.message).toContain(message);
        if (fix !== undefined) expect(issues[index]?.fix?.title ?? null).toBe(fix);
      }
    });

    it.each(invalid)('says what is wrong, what was found and what to write: $name', async (example) => {
      for (const { message, label, ofEmptyField } of await lintExample(example)) {
        expect(message).toMatch(/^[^\n]+(: found .+| is (required|empty))[.?]( [^\n]+[.?])?$/);
        if (ofEmptyField)
          expect(message, 'one sentence for one fact').toMatch(new RegExp(`^${label} is required[.:] `));
        expect(message.length).toBeLessThan(500);
      }
    });

    it.each(invalid)('fixes what it offers to fix: $name', async (example) => {
      for (const { fix, message } of await lintExample(example)) {
        if (!fix) continue;
        const definitions = await parse(bpmn(diagramOf(example)));
        applyFix(definitions, fix, 'Task_1');
        expect(lint(definitions).map((issue) => issue.message)).not.toContain(message);
      }
    });

    it.each(valid)('leaves alone: $name', async (example) => {
      expect(await lintExample(example)).toEqual([]);
    });
  });
}
