import { type LintRule, errorAt } from '../rule.ts';

/** An engines range that is no version range: the modeler would treat the template as incompatible. */
export const enginesRange: LintRule = {
  id: 'engines-range',
  check: (template, { isVersionRange }) =>
    Object.entries(template.engines ?? {}).flatMap(([engine, range]: [string, string]) =>
      isVersionRange?.(range) === false
        ? [errorAt(['engines', engine], `engines.${engine} is no version range, found "${range}"; write such as ^8.6`)]
        : [],
    ),
};
