import type { FeelPath } from '@eventbridge-kit/feel';
import type { Expression } from '../feel/expression.ts';
import { bracedReferences, type WrittenReference } from '../model/secrets.ts';

/** A placeholder in a text. */
export type SecretReference = WrittenReference;

/** The placeholders in a text, whatever their names are. */
export function placeholdersIn(text: string): SecretReference[] {
  return bracedReferences(text);
}

/** Placeholders in an expression that stand in no string: FEEL reads them as a context of a context. */
export function unquotedReferences({ text, strings }: Expression): SecretReference[] {
  return placeholdersIn(text).filter(
    ({ from, to }) =>
      !strings.some((string) => string.from <= from && to <= string.to) && !isInOpenString(text.slice(0, from)),
  );
}

/** True where a string has been begun and not been ended, as while somebody types. */
function isInOpenString(before: string): boolean {
  return (before.replace(/\\./gs, '').split('"').length - 1) % 2 === 1;
}

/** References that the engine resolves, `camunda.secrets.NAME`, with the name. */
export function engineReferences({ paths }: Expression): (FeelPath & { readonly name: string })[] {
  return paths.flatMap((path) => {
    const [root, member, name] = path.segments;
    return root === 'camunda' && member === 'secrets' && typeof name === 'string' ? [{ ...path, name }] : [];
  });
}

export function placeholder(name: string): string {
  return `{{secrets.${name}}}`;
}
