import type { AnyProperty } from '../types/registry.ts';

/** Why a property can never have the value; undefined where it can. Choices of dropdowns are another matter. */
export function valueProblem(property: AnyProperty, value: unknown): string | undefined {
  if (typeof value === 'string' && value.startsWith('=')) return undefined;
  switch (property.type) {
    case 'Boolean':
      return typeof value === 'boolean' ? undefined : 'a checkbox is true or false, without quotes';
    case 'Number':
      return isNumeric(value) ? undefined : 'a number field holds a number, such as 5';
    case 'Hidden':
      return typeof value === 'string' || typeof value === 'boolean'
        ? undefined
        : 'a hidden value is text, true or false';
    case 'Configuration':
      return 'a configuration is chosen by the user';
    case 'String':
    case 'Text':
    case 'Dropdown':
      return typeof value === 'string' ? undefined : `a field of type ${property.type} holds text, in quotes`;
  }
}

/** The modeler takes digits in quotes for the number. */
function isNumeric(value: unknown): boolean {
  return (
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
  );
}
