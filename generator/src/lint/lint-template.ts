import { badPattern } from './rules/bad-pattern.ts';
import { conditionCycle } from './rules/condition-cycle.ts';
import { defaultChoice } from './rules/default-choice.ts';
import { defaultConstraints } from './rules/default-constraints.ts';
import { elementType } from './rules/element-type.ts';
import { emptyPattern } from './rules/empty-pattern.ts';
import { enginesRange } from './rules/engines-range.ts';
import { feelDefault } from './rules/feel-default.ts';
import { feelSyntax } from './rules/feel-syntax.ts';
import { forwardReference } from './rules/forward-reference.ts';
import { groupSize } from './rules/group-size.ts';
import { hiddenValue } from './rules/hidden-value.ts';
import { iconSize } from './rules/icon-size.ts';
import { inputPath } from './rules/input-path.ts';
import { missingJobType } from './rules/missing-job-type.ts';
import { numericId } from './rules/numeric-id.ts';
import { repeatedId } from './rules/repeated-id.ts';
import { sameTarget } from './rules/same-target.ts';
import { secretDefault } from './rules/secret-default.ts';
import { shape } from './rules/shape.ts';
import { templateHeadersRule } from './rules/template-headers.ts';
import { unknownMember } from './rules/unknown-member.ts';
import { unknownReference } from './rules/unknown-reference.ts';
import { unusedGroup } from './rules/unused-group.ts';
import { valueType } from './rules/value-type.ts';
import type { TemplateSpec } from '../definition/template.ts';
import type { LintIssue, LintRule, LintTools } from './rule.ts';

/** Every rule. */
export const LINT_RULES: readonly LintRule[] = [
  badPattern,
  conditionCycle,
  defaultChoice,
  defaultConstraints,
  elementType,
  emptyPattern,
  enginesRange,
  feelDefault,
  feelSyntax,
  forwardReference,
  groupSize,
  hiddenValue,
  iconSize,
  inputPath,
  missingJobType,
  numericId,
  repeatedId,
  sameTarget,
  secretDefault,
  shape,
  templateHeadersRule,
  unknownMember,
  unknownReference,
  unusedGroup,
  valueType,
];

/**
 * Everything that is wrong in a definition and that its types did not catch, rule by rule. Never throws, whatever the
 * definition holds: of one whose parts are not what they must be, that alone is said.
 */
export function lintTemplate(template: TemplateSpec, tools: LintTools = {}): LintIssue[] {
  const run = ({ id, check }: LintRule): LintIssue[] =>
    check(template, tools).map((finding) => ({ rule: id, ...finding }));
  const broken = run(shape);
  return broken.length > 0 ? broken : LINT_RULES.filter((rule) => rule !== shape).flatMap(run);
}
