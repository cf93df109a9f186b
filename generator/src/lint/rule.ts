import type { TemplateSpec } from '../definition/template.ts';

/** One mistake in a definition that types do not catch. An error stops the generation. */
export interface LintIssue {
  /** Id of the rule: the name of its file. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Id of the property it is about; absent for the template itself. */
  readonly property?: string;
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

export const error = (message: string, property?: string): Finding => ({
  severity: 'error',
  message,
  ...(property === undefined ? {} : { property }),
});

export const warning = (message: string, property?: string): Finding => ({
  ...error(message, property),
  severity: 'warning',
});
