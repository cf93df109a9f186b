import { EMPTY_FIELD } from '../job-input/message.ts';

/**
 * A pattern that also lets through any text with a secret placeholder such as `{{secrets.AWS_REGION}}`: what the worker
 * puts in its place is not known in the modeler.
 *
 * Source of the form: https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets
 *
 * @param pattern the source of a regular expression for the value itself
 */
export function orSecret(pattern: string): string {
  return String.raw`(?:${pattern})|\{\{\s*secrets\.[^{}\s]+\s*\}\}`;
}

/**
 * A pattern that also lets an empty field through: for fields that may stay empty. In the modeler the word `undefined`
 * passes with it, since the modeler tests an empty field as that word; `parseJobInput` refuses it in a job.
 */
export function orEmpty(pattern: string): string {
  return `${EMPTY_FIELD}${pattern}`;
}
