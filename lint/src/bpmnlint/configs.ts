import type { Severity } from '@eventbridge-kit/issue';
import { PRESETS, presetSettings, type Preset, type RuleSetting } from '../run/configure.ts';
import type { BpmnlintConfig, Category } from './types.ts';

/** The categories of bpmnlint, by our settings. */
export const CATEGORIES: Readonly<Record<Severity | 'off', Category>> = {
  off: 'off',
  info: 'info',
  warning: 'warn',
  error: 'error',
};

/** Category of each rule, by the rule's name in this package. */
export function categories(settings: Readonly<Record<string, RuleSetting>>): Record<string, Category> {
  return Object.fromEntries(Object.entries(settings).map(([id, setting]) => [id, CATEGORIES[setting]]));
}

/** `plugin:eventbridge/recommended` and `plugin:eventbridge/strict`. */
export const configs = Object.fromEntries(
  PRESETS.map((preset) => [preset, { rules: categories(presetSettings(preset)) }]),
) as Record<Preset, BpmnlintConfig>;
