import { isRecord, message, nearest, parseJson, quote } from '@eventbridge-kit/issue';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.ts';
import { ToolMissing } from './say.ts';

/** Who publishes, and where: what `publisher.json` says. Null: nobody has said so yet. */
export type Publisher = Readonly<Record<PublisherField, string | null>>;

export type PublisherField = keyof typeof FIELDS;

/** Something that a person must write into `publisher.json` before anything is published. */
export interface PublisherGap {
  /** The field that lacks a value, or a name that is none. */
  readonly field: string;
  /** What is wrong, what was found, what to write instead. */
  readonly message: string;
}

interface FieldRule {
  /** What it is, as the subject of a sentence. */
  readonly is: string;
  readonly fits: RegExp;
  readonly example: string;
}

const ADDRESS = /^https:\/\/[^\s/{}]+\.[^\s/{}]+(?:\/[^\s{}]*)?$/;
const ADDRESS_OF_PATH = /^https:\/\/(?=\S*\{version\})(?=\S*\{path\})\S+$/;

const FIELDS = {
  name: { is: 'the person or organization that publishes', fits: /\S/, example: 'Example Ltd' },
  contact: {
    is: 'the mail address for support and for reports of vulnerabilities',
    fits: /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/,
    example: 'support@example.com',
  },
  homepage: { is: 'the page of the project', fits: ADDRESS, example: 'https://example.com/eventbridge-kit' },
  repository: { is: 'the public repository', fits: ADDRESS, example: 'https://github.com/OWNER/NAME' },
  issues: { is: 'where problems are reported', fits: ADDRESS, example: 'https://github.com/OWNER/NAME/issues' },
  page: {
    is: 'where a page of the repository is shown as it was at a version',
    fits: ADDRESS_OF_PATH,
    example: 'https://github.com/OWNER/NAME/blob/v{version}/{path}',
  },
  file: {
    is: 'where a file of the repository is loaded from as it was at a version',
    fits: ADDRESS_OF_PATH,
    example: 'https://raw.githubusercontent.com/OWNER/NAME/v{version}/{path}',
  },
} as const satisfies Readonly<Record<string, FieldRule>>;

const NAMES = Object.keys(FIELDS) as PublisherField[]; // its own keys

/** Reads `publisher.json`: what is said in it, and what a person has still to say. */
export function readPublisher(file: string = join(root, 'publisher.json')): {
  readonly publisher: Publisher;
  readonly gaps: readonly PublisherGap[];
} {
  const said = parseJson(readFileSync(file, 'utf8'));
  const gaps: PublisherGap[] = [];
  const values = NAMES.map((field): [PublisherField, string | null] => {
    const value = isRecord(said) ? (said[field] ?? null) : null;
    const { is, fits, example } = FIELDS[field];
    if (typeof value === 'string' && fits.test(value)) return [field, value];
    const found = value === null ? 'nothing' : quote(typeof value === 'string' ? value : JSON.stringify(value));
    const instead = `Write, for example, ${JSON.stringify(example)}.`;
    gaps.push({ field, message: message({ wrong: `publisher.json does not say ${is} ("${field}")`, found, instead }) });
    return [field, null];
  });
  for (const field of isRecord(said) ? Object.keys(said) : []) {
    if (Object.hasOwn(FIELDS, field)) continue;
    const instead = `Write ${nearest(field, NAMES) ?? `one of ${NAMES.join(', ')}`}.`;
    gaps.push({
      field,
      message: message({ wrong: 'publisher.json has a field that nothing reads', found: quote(field), instead }),
    });
  }
  return { publisher: Object.fromEntries(values) as Publisher, gaps }; // each of NAMES
}

/** Lines that list the gaps as a person's steps; none where there is nothing to do. */
export function gapLines(gaps: readonly PublisherGap[]): string[] {
  return gaps.map((gap) => `A person's step: ${gap.message}`);
}

/** The publisher of a release; throws with each gap where something is still to be said. */
export function requirePublisher(file?: string): Readonly<Record<PublisherField, string>> {
  const { publisher, gaps } = readPublisher(file);
  if (gaps.length > 0)
    throw new ToolMissing(
      ['Nothing can be released yet: publisher.json is not filled in.', ...gapLines(gaps)].join('\n'),
    );
  return publisher as Readonly<Record<PublisherField, string>>; // without a gap nothing is null
}

/** The address of a file of the repository at a version; null until the publisher says where that is. */
export function addressOf(pattern: string | null, version: string, path: string): string | null {
  return pattern === null ? null : pattern.replace('{version}', () => version).replace('{path}', () => encodeURI(path));
}
