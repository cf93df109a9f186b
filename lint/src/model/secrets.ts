/** References to secrets in a task's texts. */
import { readPlaceholders, type Placeholder } from '@eventbridge-kit/connector';
import type { EngineVersion } from './engine-version.ts';

/** What somebody wrote who meant a reference in braces, though its name holds blanks or is missing. */
const MEANT = /\{\{[^\S{}]*secrets\.([^{}"]*)\}\}/g;

/** A reference as a task's text has it. */
export interface WrittenReference {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** False: the runtime looks for no secret here, so the text stays as it is. */
  readonly isRight: boolean;
}

/** The references in braces, those that are not right included. */
export function bracedReferences(text: string): WrittenReference[] {
  if (!mayHoldSecret(text)) return [];
  const right = readPlaceholders(text).flatMap(({ form, ...place }) =>
    form === 'braces' ? [{ ...place, isRight: true }] : [],
  );
  const meant = [...text.matchAll(MEANT)]
    .map((match) => ({
      name: (match[1] ?? '').trim(),
      from: match.index,
      to: match.index + match[0].length,
      isRight: false,
    }))
    .filter((one) => !right.some(({ from, to }) => from < one.to && one.from < to));
  return [...right, ...meant].sort((a, b) => a.from - b.from);
}

/** References in the deprecated form without braces. */
export function bareReferences(text: string): Placeholder[] {
  return readPlaceholders(text).filter(({ form }) => form === 'bare');
}

/** The engine's own references, which are FEEL. */
// https://docs.camunda.io/docs/next/components/concepts/secret-resolution/
export const ENGINE_REFERENCE = /\bcamunda\.secrets\./;

/** First engine that resolves references itself. */
// https://docs.camunda.io/docs/next/components/concepts/secret-resolution/
export const ENGINE_REFERENCES_SINCE: EngineVersion = { major: 8, minor: 10 };

/** True where a text may change when secrets are put in: its value is not known from the diagram. */
export function mayHoldSecret(text: string): boolean {
  return text.includes('secrets.');
}
