import type { FeelPath } from 'camunda-feel';
import type { Expression } from '../feel/expression.ts';
import { bracedReferences, type WrittenReference } from '../model/secrets.ts';

/** Placeholders in an expression that stand in no string: FEEL reads them as a context of a context. */
export function unquotedReferences({ text, strings }: Expression): WrittenReference[] {
  return bracedReferences(text).filter(
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

/** Forms that somebody writes who means a secret: braces too few or too many, `$`, another case, singular. */
const MEANT = /^\s*[$]?[{(]{0,3}\s*secrets?\s*\.\s*([^{}()]*?)\s*[})]{0,3}\s*$/i;

/** Name of the secret that a text means without being a right reference; undefined where it means none, or is right. */
export function meantReference(text: string): string | undefined {
  const [placeholder, ...others] = bracedReferences(text);
  if (placeholder?.isRight === true && others.length === 0) return undefined;
  const name = MEANT.exec(text)?.[1];
  return name === undefined ? undefined : nameFrom(name);
}

/** The nearest name that can be looked up; empty where nothing is left. */
export function nameFrom(text: string): string {
  return text
    .replace(/[^a-zA-Z0-9/._-]+/g, '_')
    .replace(/([/._-])[/._-]+/g, '$1')
    .replace(/^[/._-]+|[/._-]+$/g, '');
}
