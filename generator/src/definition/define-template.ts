import type { CheckTemplate } from './check.ts';
import type { TemplateSpec } from './template.ts';

/**
 * A template definition: the one source of its JSON, its reference page, the type of its jobs' input and their check.
 *
 * The compiler checks every reference inside it: conditions, groups, choices, presets, property types per binding. What
 * types cannot say, `lintTemplate` says when the JSON is generated.
 */
export function defineTemplate<const T extends TemplateSpec>(template: T & CheckTemplate<T>): T {
  return template;
}
