import { bracedReferences } from '../model/secrets.ts';

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
