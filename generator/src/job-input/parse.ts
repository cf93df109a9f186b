import { type Json, isJsonObject } from '@eventbridge-kit/issue';
import { type Activity, activities, isAbsent } from './condition.ts';
import { checkConstraints } from './constraints.ts';
import type { JobDefinition, JobProperty } from './definition.ts';
import type { JobInput } from './infer.ts';
import type { JobInputIssue, JobInputRule } from './issue.ts';
import { type Subject, containerMessage, readMessage, requiredMessage } from './message.ts';
import { containersOf, newContainers, readPath, writePath } from './path.ts';

/** The typed input, or everything that is wrong with it. */
export type ParseResult<T> =
  { readonly ok: true; readonly input: T } | { readonly ok: false; readonly issues: readonly JobInputIssue[] };

export interface ParseOptions {
  /**
   * Input paths whose length and pattern the caller checks itself, with better messages; whether they are there and of
   * the right type is still checked here. Default: none.
   */
  readonly checkedElsewhere?: readonly string[];
}

/**
 * Reads the variables of a job as the definition's input mappings wrote them.
 *
 * Checks required fields, types, choices and constraints of each property that exists: one whose condition is false is
 * dropped, as the modeler does. Variables that the definition does not know are ignored. No default is invented, except
 * where the definition says `whenMissing`. Never throws, whatever the variables hold.
 *
 * @param definition what `defineTemplate` gave
 * @param variables the job's variables, secrets resolved
 * @param options what the caller checks itself
 */
export function parseJobInput<const D extends JobDefinition>(
  definition: D,
  variables: unknown,
  { checkedElsewhere = [] }: ParseOptions = {},
): ParseResult<JobInput<D>> {
  const { inputs, containers } = planOf(definition);
  const issues: JobInputIssue[] = checkContainers(containers, inputs, variables);
  const unreachable = issues.map((issue) => `${issue.field}.`);
  const read = (property: JobProperty): Json | undefined => {
    const value = readPath(variables, property.binding.name ?? '');
    return isAbsent(value) ? (property.whenMissing ?? value) : value;
  };
  const activityOf = activities(definition, read);
  const output = newContainers(containers);

  for (const subject of inputs) {
    const activity = subject.property.condition === undefined ? 'active' : activityOf(subject.id);
    if (activity === 'inactive') continue;
    if (unreachable.length > 0 && unreachable.some((prefix) => subject.field.startsWith(prefix))) continue;
    const result = readInput(subject, read(subject.property), activity, checkedElsewhere);
    if (result.issue !== undefined) issues.push(result.issue);
    if (result.value !== undefined) writePath(output, subject.field, result.value);
  }

  // The type follows from the definition; the loop above is the proof that the compiler cannot follow.
  return issues.length > 0 ? { ok: false, issues } : { ok: true, input: output as JobInput<D> };
}

interface InputProperty extends Subject {
  readonly id: string;
}

/** What follows from a definition alone. */
interface Plan {
  readonly inputs: readonly InputProperty[];
  /** Paths of the variables that hold inputs, outermost first. */
  readonly containers: readonly string[];
}

/** A worker reads job after job of the same definition. */
const plans = new WeakMap<JobDefinition, Plan>();

function planOf(definition: JobDefinition): Plan {
  const known = plans.get(definition);
  if (known !== undefined) return known;
  const inputs = inputsOf(definition);
  const plan = { inputs, containers: containersOf(inputs.map((input) => input.field)) };
  plans.set(definition, plan);
  return plan;
}

function inputsOf(definition: JobDefinition): InputProperty[] {
  return Object.entries(definition.properties).flatMap(([id, property]) => {
    const field = property.binding.name;
    if (property.binding.type !== 'zeebe:input' || field === undefined) return [];
    return [{ id, field, label: property.label ?? id, property }];
  });
}

interface InputResult {
  readonly value?: unknown;
  readonly issue?: JobInputIssue;
}

function readInput(
  subject: InputProperty,
  value: Json | undefined,
  activity: Activity,
  checkedElsewhere: readonly string[],
): InputResult {
  const required = subject.property.constraints?.notEmpty === true;
  const blank = isAbsent(value) || (required && typeof value === 'string' && value.trim() === '');
  if (blank) {
    return required && activity === 'active'
      ? { issue: issueOf(subject, 'required', requiredMessage(subject, value)) }
      : {};
  }
  const result = subject.property.job.read(value);
  if (!result.ok) return { issue: issueOf(subject, result.rule, readMessage(subject, value, result)) };
  const constrained = typeof value === 'string' && !checkedElsewhere.includes(subject.field);
  const breach = constrained ? checkConstraints(subject, value) : undefined;
  return breach === undefined ? { value: result.value } : { issue: issueOf(subject, breach.rule, breach.message) };
}

function issueOf(subject: Subject, rule: JobInputRule, message: string): JobInputIssue {
  return {
    rule,
    severity: 'error',
    field: subject.field,
    message,
  };
}

/** A variable that should hold inputs and is no context: all its fields would seem missing for no visible reason. */
function checkContainers(
  containers: readonly string[],
  inputs: readonly InputProperty[],
  variables: unknown,
): JobInputIssue[] {
  const issues: JobInputIssue[] = [];
  for (const path of containers) {
    const value = readPath(variables, path);
    if (value === undefined || value === null || isJsonObject(value)) continue;
    const inner = inputs.filter((input) => input.field.startsWith(`${path}.`));
    const secret = inner.some((input) => input.property.secret === true);
    const message = containerMessage(
      path,
      value,
      secret,
      inner.map((input) => input.field),
    );
    issues.push({ rule: 'not-an-object', severity: 'error', field: path, message });
  }
  return issues;
}
