/** The rules, in a module of their own: loaded with the first diagram, so that a modeler starts without them. */
import { configure, documentationUrl as urlOfPackage, LintSession } from 'bpmnlint-plugin-eventbridge/core';
import type { ValidationConfig } from './config.ts';
import type { LoadedRules } from './rules-loader.ts';

export function configureRules({ preset, rules, documentationUrl = urlOfPackage }: ValidationConfig = {}): LoadedRules {
  const active = configure(preset, rules);
  return { openSession: (host) => new LintSession(host, active), documentationUrl };
}
