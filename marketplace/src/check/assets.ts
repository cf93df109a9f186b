import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** Files by their paths. */
export type Entries = ReadonlyMap<string, Uint8Array>;

/** What a release hands out: each file of its folder, and what is in those that are archives. */
export interface Assets {
  readonly files: Entries;
  /** By the archive's name; tarballs without the folder `package/`. */
  readonly archives: ReadonlyMap<string, Entries>;
}

/** Reads the files of a release. Throws where a zip or tarball is none. */
export function readAssets(folder: string): Assets {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return assetsOf(new Map(names.map(({ name }) => [name, readFileSync(join(folder, name))])));
}

export function assetsOf(files: Entries): Assets {
  const archives = new Map<string, Entries>();
  for (const [name, bytes] of files) {
    try {
      if (name.endsWith('.zip')) archives.set(name, new Map(Object.entries(unzipSync(bytes))));
      if (name.endsWith('.tgz')) archives.set(name, untar(gunzipSync(bytes)));
    } catch (error) {
      throw new Error(`${name} is no archive that can be read. Build it anew: npm run package`, { cause: error });
    }
  }
  return { files, archives };
}

const BLOCK_BYTES = 512;

/** The files of a tar archive as npm makes it: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 */
function untar(bytes: Uint8Array): Entries {
  const files = new Map<string, Uint8Array>();
  const field = (from: number, length: number): string =>
    textOf(bytes.subarray(from, from + length)).split('\0')[0] ?? '';
  for (let at = 0; at + BLOCK_BYTES <= bytes.length && bytes[at] !== 0;) {
    const size = Number.parseInt(field(at + 124, 12), 8);
    const [name, prefix] = [field(at, 100), field(at + 345, 155)];
    const path = prefix === '' ? name : `${prefix}/${name}`;
    const start = at + BLOCK_BYTES;
    if (['0', ''].includes(field(at + 156, 1)))
      files.set(path.replace(/^package\//, ''), bytes.subarray(start, start + size));
    at = start + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  }
  return files;
}

export function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}

/** An archive by the start and end of its name, and what stands between: its version. */
export interface Found {
  readonly name: string;
  readonly version: string;
  readonly entries: Entries;
}

const NOTHING: Entries = new Map();

/** The archive whose name is `<stem>-<version>.<ending>`. Where there is none: an empty one of that name. */
export function archiveOf({ archives }: Assets, stem: string, ending: 'zip' | 'tgz' = 'zip'): Found {
  for (const [name, entries] of archives) {
    const version = versionIn(name, stem, ending);
    if (version !== undefined) return { name, version, entries };
  }
  return { name: `${stem}-VERSION.${ending}`, version: '', entries: NOTHING };
}

function versionIn(name: string, stem: string, ending: string): string | undefined {
  if (!name.startsWith(`${stem}-`) || !name.endsWith(`.${ending}`)) return undefined;
  const version = name.slice(stem.length + 1, -ending.length - 1);
  return /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(version) ? version : undefined;
}

export const STEMS = {
  submission: 'eventbridge-kit-marketplace',
  templates: 'eventbridge-kit-element-templates',
  modeler: 'eventbridge-kit-desktop-modeler',
  worker: 'camunda-eventbridge-worker',
} as const;

export function submissionOf(assets: Assets): Found {
  return archiveOf(assets, STEMS.submission);
}
