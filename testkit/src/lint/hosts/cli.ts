import { PRESETS, presetSettings, type RuleSetting } from '../../../../lint/src/core.ts';
import { run } from '../run-cli.ts';
import type { Host, HostFinding } from './host.ts';

/** The command line, fed by standard input, its JSON read back. */
export const cli: Host = {
  name: 'eventbridge-lint',
  async lint(xml, ruleId) {
    const others = Object.keys(presetSettings('recommended')).filter((id) => id !== ruleId);
    const setting: RuleSetting = presetSettings('recommended')[ruleId] ?? 'off';
    // A rule that only strict has is asked for at its own severity.
    const own = `${ruleId}=${setting === 'off' ? 'info' : setting}`;
    const args = [...others.map((id) => `${id}=off`), own].flatMap((rule) => ['--rule', rule]);
    const { stdout, stderr } = await run([...args, '--preset', PRESETS[0], '--format', 'json', '-'], xml);
    if (stderr !== '') throw new Error(stderr);
    const { findings } = JSON.parse(stdout) as { findings: Finding[] }; // the format's own shape, tested elsewhere
    return findings.map(({ rule, severity, elementId, message, fix, path }) => ({
      rule,
      severity,
      elementId,
      message,
      ...(fix && { fix: fix.title }),
      ...(path && { path }),
    }));
  },
};

interface Finding extends Omit<HostFinding, 'fix'> {
  readonly fix?: { readonly title: string };
}
