import { Linter, type Report } from 'bpmnlint';
import { lintConfig } from '../../../../lint/src/modeler.ts';
import { parse } from '../../parse.ts';
import type { Host, HostFinding } from './host.ts';

const SEVERITIES = { error: 'error', warn: 'warning', info: 'info' } as const;

/** bpmnlint's own linter, with the resolver that modelers get. */
export const bpmnlint: Host = {
  name: 'bpmnlint',
  async lint(xml, ruleId) {
    const { config, resolver } = lintConfig('strict');
    const name = `eventbridge/${ruleId}`;
    const recommended = lintConfig('recommended').config.rules[name] ?? 'off';
    // A rule that only strict has is asked for at its own severity.
    const category = recommended === 'off' ? 'info' : recommended;
    if (!Object.hasOwn(config.rules, name)) throw new Error(`no rule ${name}`);
    const linter = new Linter({ config: { rules: { [name]: category } }, resolver });
    const results = await linter.lint(await parse(xml));
    return Object.values(results).flatMap((reports) => reports.map((report) => toFinding(report, ruleId)));
  },
};

function toFinding({ id = '', message, category, path, fix }: Report, rule: string): HostFinding {
  if (!isCategory(category)) throw new Error(`${rule} failed in bpmnlint: ${message}`);
  return {
    rule,
    severity: SEVERITIES[category],
    elementId: id,
    message,
    ...(fix && { fix: fix.title }),
    ...(path && { path }),
  };
}

function isCategory(category: string): category is keyof typeof SEVERITIES {
  return Object.hasOwn(SEVERITIES, category);
}
