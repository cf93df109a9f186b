/**
 * A pattern that also lets through any text with a secret placeholder such as `{{secrets.AWS_REGION}}`: what the worker
 * puts in its place is not known in the modeler.
 *
 * Source of the form: https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets
 *
 * @param pattern the source of a regular expression for the value itself
 */
export const orSecret = (pattern: string): string => String.raw`(?:${pattern})|\{\{\s*secrets\.[^{}\s]+\s*\}\}`;

/**
 * A pattern that also lets an empty field through: for fields that may stay empty. Since bpmn-js-element-templates 2.37
 * the modeler hands an empty field's pattern `undefined`, which a regular expression reads as that word.
 */
// https://github.com/bpmn-io/bpmn-js-element-templates (propertyGetter, matchesPattern)
export const orEmpty = (pattern: string): string => `^(?:undefined)?$|${pattern}`;
