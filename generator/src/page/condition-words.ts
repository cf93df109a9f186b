import type { TemplateSpec } from '../definition/template.ts';
import type { Condition, SimpleCondition } from '../job-input/index.ts';
import { simpleConditions } from '../lint/conditions.ts';
import { code } from './markdown.ts';

/** When a property exists, as a clause: `Authentication is "Credentials"`. Undefined: always. */
export function conditionWords(condition: Condition | undefined, template: TemplateSpec): string | undefined {
  const clauses = simpleConditions(condition).map((simple) => clause(simple, template));
  return clauses.length === 0 ? undefined : clauses.join(' and ');
}

function clause(condition: SimpleCondition, template: TemplateSpec): string {
  const target = template.properties[condition.property];
  const label = target?.label ?? condition.property;
  if ('isActive' in condition) return `${label} is ${condition.isActive ? 'shown' : 'not shown'}`;
  if ('isEmpty' in condition) return `${label} is ${condition.isEmpty ? 'empty' : 'not empty'}`;
  const choices = target !== undefined && 'choices' in target ? target.choices : [];
  const values: readonly (string | number | boolean)[] = 'equals' in condition ? [condition.equals] : condition.oneOf;
  const words = values.map((value) => {
    const choice = choices.find((candidate) => candidate.value === value);
    return choice === undefined ? code(String(value)) : `"${choice.name}"`;
  });
  return `${label} is ${words.join(' or ')}`;
}
