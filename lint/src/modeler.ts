import { categories, configs } from './bpmnlint/configs.ts';
import { toBpmnlint } from './bpmnlint/rule-factory.ts';
import type { BpmnlintConfig, RuleFactory } from './bpmnlint/types.ts';
import { ruleOf } from './rules/index.ts';
import { presetSettings, type Preset } from './run/configure.ts';

export type { BpmnlintConfig, BpmnlintRule, Category, Reporter, RuleFactory } from './bpmnlint/types.ts';

const PACKAGE = 'bpmnlint-plugin-eventbridge';

/** The rules and configurations by name, for hosts that cannot look into packages. */
export interface RuleResolver {
  resolveRule(packageName: string, ruleName: string): RuleFactory;
  resolveConfig(packageName: string, configName: string): BpmnlintConfig;
}

/**
 * Gives this package's rules, and throws for every other: a host asks its resolvers in turn and takes the first that
 * does not throw.
 */
export const resolver: RuleResolver = {
  resolveRule(packageName, ruleName) {
    const rule = packageName === PACKAGE ? ruleOf(ruleName) : undefined;
    if (rule === undefined) throw new Error(`no rule <${ruleName}> of <${packageName}> here`);
    return toBpmnlint(rule, { names: true });
  },
  resolveConfig(packageName, configName) {
    const config = packageName === PACKAGE && isPreset(configName) ? configs[configName] : undefined;
    if (config === undefined) throw new Error(`no configuration <${configName}> of <${packageName}> here`);
    return config;
  },
};

/** A rule as bpmnlint's own command line loads it: there a report's name would stand in place of the rule's. */
export function commandLineRule(ruleName: string): RuleFactory {
  const rule = ruleOf(ruleName);
  if (rule === undefined) throw new Error(`no rule <${ruleName}> of <${PACKAGE}>`);
  return toBpmnlint(rule);
}

function isPreset(name: string): name is Preset {
  return Object.hasOwn(configs, name);
}

/** What bpmn-js-bpmnlint takes as `linting.bpmnlint`, and Camunda's linting and Desktop Modeler as a plugin. */
export interface LintConfig {
  readonly config: BpmnlintConfig;
  readonly resolver: RuleResolver;
}

/** Every rule of a preset under its full name, with the resolver that finds it. */
export function lintConfig(preset: Preset = 'recommended'): LintConfig {
  const rules = Object.fromEntries(
    Object.entries(categories(presetSettings(preset))).map(([id, category]) => [`eventbridge/${id}`, category]),
  );
  return { config: { rules }, resolver };
}
