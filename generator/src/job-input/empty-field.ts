/**
 * What lets an empty field through at the start of a pattern. The modeler tests the pattern of an empty field with
 * `undefined`, which a regular expression reads as that word; a job's text is tested without this part.
 */
// https://github.com/bpmn-io/bpmn-js-element-templates (propertyGetter, matchesPattern; since 2.37)
export const EMPTY_FIELD = '^(?:undefined)?$|';

/** The pattern for a text that is there. */
export function withoutEmptyField(pattern: string): string {
  return pattern.startsWith(EMPTY_FIELD) ? pattern.slice(EMPTY_FIELD.length) : pattern;
}
