import { badPattern } from './rules/bad-pattern.ts';
import { conditionCycle } from './rules/condition-cycle.ts';
import { defaultChoice } from './rules/default-choice.ts';
import { defaultConstraints } from './rules/default-constraints.ts';
import { emptyPattern } from './rules/empty-pattern.ts';
import { enginesRange } from './rules/engines-range.ts';
import { feelSyntax } from './rules/feel-syntax.ts';
import { forwardReference } from './rules/forward-reference.ts';
import { groupSize } from './rules/group-size.ts';
import { iconSize } from './rules/icon-size.ts';
import { inputPath } from './rules/input-path.ts';
import { missingJobType } from './rules/missing-job-type.ts';
import { numericId } from './rules/numeric-id.ts';
import { sameTarget } from './rules/same-target.ts';
import { secretDefault } from './rules/secret-default.ts';
import { templateHeadersRule } from './rules/template-headers.ts';
import { unknownReference } from './rules/unknown-reference.ts';
import { unusedGroup } from './rules/unused-group.ts';
import type { TemplateSpec } from '../definition/template.ts';
import type { LintIssue, LintRule, LintTools } from './rule.ts';

/** Every rule. */
export const LINT_RULES: readonly LintRule[] = [
  badPattern,
  conditionCycle,
  defaultChoice,
  defaultConstraints,
  emptyPattern,
  enginesRange,
  feelSyntax,
  forwardReference,
  groupSize,
  iconSize,
  inputPath,
  missingJobType,
  numericId,
  sameTarget,
  secretDefault,
  templateHeadersRule,
  unknownReference,
  unusedGroup,
];

/** Everything that is wrong in a definition and that its types did not catch, rule by rule. */
export const lintTemplate = (template: TemplateSpec, tools: LintTools = {}): LintIssue[] =>
  LINT_RULES.flatMap(({ id, check }) => check(template, tools).map((finding) => ({ rule: id, ...finding })));
