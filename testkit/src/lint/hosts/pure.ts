import { checkDiagram, readDiagram, ruleOf } from '../../../../lint/src/core.ts';
import { parse } from '../../parse.ts';
import type { Host } from './host.ts';

/** The rules called as functions. */
export const pure: Host = {
  name: 'core',
  async lint(xml, ruleId) {
    const rule = ruleOf(ruleId);
    if (!rule) throw new Error(`no rule ${ruleId}`);
    const issues = checkDiagram(readDiagram(await parse(xml)), [{ rule, severity: rule.severity }]);
    return issues.map(({ rule: id, severity, elementId, message, fix, path }) => ({
      rule: id,
      severity,
      elementId,
      message,
      ...(fix && { fix: fix.title }),
      ...(path && { path }),
    }));
  },
};
