import { type LintRule, error } from '../rule.ts';

/** Ids that JavaScript moves to the front of a record: the order in the JSON would not be the one written. */
export const numericId: LintRule = {
  id: 'numeric-id',
  check: (template) =>
    [...Object.keys(template.properties), ...Object.keys(template.groups ?? {})]
      .filter((id) => /^(0|[1-9]\d*)$/.test(id))
      .map((id) => error(`the id "${id}" is a number, which loses its place in the order; start it with a letter`)),
};
