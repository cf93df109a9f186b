import type { TemplateSpec } from '../definition/template.ts';

/** Members and indices from the definition to a place inside it: `['properties', 'name', 'condition']`. */
export type DefinitionPath = readonly (string | number)[];

/** One mistake in a definition that types do not catch. An error stops the generation. */
export interface LintIssue {
  /** Id of the rule: the name of its file. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Id of the property it is about; absent for the template itself. */
  readonly property?: string;
  /** Where it stands in the definition. */
  readonly path: DefinitionPath;
  /** What is wrong, what was found, what to write instead. */
  readonly message: string;
}

/** What a rule finds, before its id is put on. */
export type Finding = Omit<LintIssue, 'rule'>;

/** What the rules need and this room does not bring: the command line hands it in. */
export interface LintTools {
  /** Why the text is no FEEL expression (without its leading `=`); undefined where it is one. */
  readonly feelProblem?: (expression: string) => string | undefined;
  /** True where the text is a semantic version range. */
  readonly isVersionRange?: (range: string) => boolean;
  /** Size of the icon that the definition names, in bytes. */
  readonly iconBytes?: number;
}

/** One rule. Each lives in its own file, named by its id. */
export interface LintRule {
  readonly id: string;
  readonly check: (template: TemplateSpec, tools: LintTools) => readonly Finding[];
}

/**
 * @param property key of the property
 * @param members from the property to the place
 */
export function error(message: string, property: string, ...members: DefinitionPath): Finding {
  return {
    severity: 'error',
    message,
    property,
    path: ['properties', property, ...members],
  };
}

/** An error outside of the properties. */
export function errorAt(path: DefinitionPath, message: string): Finding {
  return { severity: 'error', message, path };
}

/** What a modeler bears, and an author should know. */
export function asWarning(finding: Finding): Finding {
  return { ...finding, severity: 'warning' };
}
