import { validateZeebe } from '@bpmn-io/element-templates-validator';
import type { Problem } from './problem.ts';

/** One thing that the validator finds wrong. */
export interface Finding {
  /** JSON pointer to the place. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
}

/** Everything that Camunda's validator finds wrong in the JSON text, at every level of the schema. */
export const validatorFindings = (json: string): readonly Finding[] => validateZeebe(json).errors ?? [];

/**
 * What Camunda's validator finds in the JSON text. It reports one mistake at every level of the schema; the deepest
 * place says most, and each place is named once.
 */
export const validateJson = (file: string, json: string, propertyIds: readonly string[]): Problem[] => {
  return deepest(validatorFindings(json)).map(({ instancePath, message }) => {
    const property = propertyIds[Number(/^\/properties\/(\d+)/.exec(instancePath)?.[1])];
    const place = instancePath.replace(/^\/properties\/\d+/, '');
    return {
      file,
      severity: 'error',
      ...(property === undefined ? {} : { property }),
      message: `${place === '' ? '' : `${place.slice(1).replaceAll('/', '.')} `}${message} (schema)`,
    };
  });
};

const deepest = (findings: readonly Finding[]): Finding[] => {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byPlace.get(finding.instancePath);
    // The schema's own words say more than the keyword's.
    if (known === undefined || finding.keyword === 'errorMessage') byPlace.set(finding.instancePath, finding);
  }
  const places = [...byPlace.keys()];
  return [...byPlace.values()].filter(
    ({ instancePath }) => !places.some((place) => place.startsWith(`${instancePath}/`)),
  );
};
