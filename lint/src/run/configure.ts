import type { Severity } from '@eventbridge-kit/issue';
import { RULES } from '../rules/index.ts';
import type { ActiveRule } from './check.ts';

/** What a configuration says of a rule. */
export type RuleSetting = Severity | 'off';

export const PRESETS = ['recommended', 'strict'] as const;

export type Preset = (typeof PRESETS)[number];

const STRICTER: Readonly<Record<Severity, Severity>> = { error: 'error', warning: 'error', info: 'warning' };

/** The setting of every rule in a preset: recommended leaves out what only strict has; strict raises each by one step. */
export function presetSettings(preset: Preset): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(
    RULES.map((rule) => [
      rule.id,
      preset === 'strict' ? STRICTER[rule.severity] : rule.strictOnly === true ? 'off' : rule.severity,
    ]),
  );
}

/** The rules that are on: a preset, changed by settings of single rules. A setting for an unknown rule is left out. */
export function configure(
  preset: Preset = 'recommended',
  settings: Readonly<Record<string, RuleSetting>> = {},
): ActiveRule[] {
  const all: Readonly<Record<string, RuleSetting>> = { ...presetSettings(preset), ...settings };
  return RULES.flatMap((rule) => {
    const severity = all[rule.id] ?? 'off';
    return severity === 'off' ? [] : [{ rule, severity }];
  });
}
