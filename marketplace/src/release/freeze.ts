import { isRecord, parseJson } from '@eventbridge-kit/issue';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedInPlace, fileNameOf, readRecord, recordLine, sha256Of } from '../upgrade/published.ts';

/** Templates that users import, by the names of their files. */
const TEMPLATES = ['send-event'];

/**
 * Puts a copy of each template's newest version, and its digest, beside the published ones; gives the names of the new files.
 * Throws where a published version was changed.
 */
export function freeze(folder: string): string[] {
  const versioned = join(folder, 'versioned');
  const recordFile = join(versioned, 'SHA256SUMS');
  const text = (path: string): string => readFileSync(path, 'utf8');
  const record = readRecord(text(recordFile));
  const newest = new Map(TEMPLATES.map((name) => [name, text(join(folder, `${name}.json`))]));
  const copies = readdirSync(versioned).filter((name) => name.endsWith('.json'));
  const changes = changedInPlace(record, newest, new Map(copies.map((name) => [name, text(join(versioned, name))])));
  if (changes.length > 0)
    throw new Error(
      [
        ...changes.map(({ file, found }) => `templates/${file}: ${found}.`),
        'Put the file back, raise VERSION in its definition, and npm run generate.',
      ].join('\n'),
    );
  return [...newest].flatMap(([name, json]) => {
    const version = versionOf(json);
    if (record.some((one) => one.name === name && one.version === version)) return [];
    const file = fileNameOf({ name, version });
    writeFileSync(join(versioned, file), json);
    appendFileSync(recordFile, recordLine({ name, version, sha256: sha256Of(json) }));
    return [file];
  });
}

/** Whether the newest version of a template is published, so that nothing of it may change. */
export function isPublished(folder: string, name: string): boolean {
  const version = versionOf(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const record = readRecord(readFileSync(join(folder, 'versioned', 'SHA256SUMS'), 'utf8'));
  return record.some((one) => one.name === name && one.version === version);
}

function versionOf(json: string): number {
  const template = parseJson(json);
  const version = isRecord(template) ? template['version'] : undefined;
  if (typeof version !== 'number') throw new Error('a template has no version');
  return version;
}
