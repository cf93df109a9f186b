import { isRecord, parseJson } from '@eventbridge-kit/issue';
import { createHash } from 'node:crypto';

/** A version of a template that users have, as `templates/versioned/SHA256SUMS` records it. */
export interface PublishedVersion {
  /** Of the template's file, without its ending. */
  readonly name: string;
  readonly version: number;
  readonly sha256: string;
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function fileNameOf({ name, version }: Omit<PublishedVersion, 'sha256'>): string {
  return `${name}-${version}.json`;
}

/** Reads the record; throws for a line that is none, since what cannot be read protects nothing. */
export function readRecord(text: string): PublishedVersion[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, sha256, name, version] = /^([0-9a-f]{64}) {2}([a-z0-9-]+)-(\d+)\.json$/.exec(line) ?? [];
      if (sha256 === undefined || name === undefined)
        throw new Error(
          `SHA256SUMS has a line that is none: found "${line}". Write DIGEST, two blanks, NAME-VERSION.json.`,
        );
      return { name, version: Number(version), sha256 };
    });
}

/** A line of the record, as `sha256sum` writes and checks it. */
export function recordLine(published: PublishedVersion): string {
  return `${published.sha256}  ${fileNameOf(published)}\n`;
}

/** A published version that is not what users have. */
export interface Change {
  readonly file: string;
  readonly found: string;
}

/**
 * Published versions that were changed in place, or are gone.
 *
 * @param newest texts of the newest templates by their names
 * @param versioned texts of the published files by their file names
 */
export function changedInPlace(
  record: readonly PublishedVersion[],
  newest: ReadonlyMap<string, string>,
  versioned: ReadonlyMap<string, string>,
): Change[] {
  return record.flatMap((published): Change[] => {
    const file = fileNameOf(published);
    const text = newest.get(published.name);
    const isNewest = text !== undefined && versionIn(text) === published.version;
    const copy = versioned.get(file);
    if (!isNewest && copy === undefined)
      return [{ file: `versioned/${file}`, found: 'a published version that is gone' }];
    return [
      ...(isNewest && sha256Of(text) !== published.sha256
        ? [
            {
              file: `${published.name}.json`,
              found: `version ${published.version} is published, and differs from what was`,
            },
          ]
        : []),
      ...(copy !== undefined && sha256Of(copy) !== published.sha256
        ? [{ file: `versioned/${file}`, found: 'a published version that was changed' }]
        : []),
    ];
  });
}

function versionIn(text: string): unknown {
  const template = parseJson(text);
  return isRecord(template) ? template['version'] : undefined;
}
