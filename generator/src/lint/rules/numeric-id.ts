import { type LintRule, errorAt } from '../rule.ts';

/** Ids that JavaScript moves to the front of a record: the order in the JSON would not be the one written. */
export const numericId: LintRule = {
  id: 'numeric-id',
  check: (template) =>
    [template.properties, template.groups ?? {}]
      .flatMap((record, index) => Object.keys(record).map((id) => [['properties', 'groups'][index] ?? '', id] as const))
      .filter(([, id]) => /^(0|[1-9]\d*)$/.test(id))
      .map(([member, id]) =>
        errorAt([member, id], `the id "${id}" is a number, which loses its place in the order; start it with a letter`),
      ),
};
