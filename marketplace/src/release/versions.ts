import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** As npm wants it, as far as it is read or changed here. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly workspaces?: readonly string[];
}

type Json = Record<string, unknown>;

const DEPENDENCIES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

function readJson(file: string): Json {
  return JSON.parse(readFileSync(file, 'utf8')) as Json; // a manifest or a lockfile
}

function writeJson(file: string, value: Json): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

/** The version that all packages of a checkout share. */
export function versionOf(checkout: string): string {
  return (readJson(join(checkout, 'package.json')) as unknown as Manifest).version;
}

/** Gives every package of the checkout a version: in manifests, in the lockfile, and in the files that deploy one. */
export function setVersion(checkout: string, version: string): void {
  const root = readJson(join(checkout, 'package.json')) as unknown as Manifest;
  const rooms = root.workspaces ?? [];
  const manifests = rooms.map((room) => readJson(join(checkout, room, 'package.json')) as unknown as Manifest);
  const ours = new Set(manifests.map(({ name }) => name));

  const raise = (manifest: Json): Json => {
    const raised: Json = { ...manifest, version };
    for (const kind of DEPENDENCIES) {
      const names = manifest[kind];
      if (typeof names !== 'object' || names === null) continue;
      const entries = Object.entries(names).map(([name, range]) => [
        name,
        ours.has(name) ? version : (range as string),
      ]);
      raised[kind] = Object.fromEntries(entries) as Json;
    }
    return raised;
  };

  for (const room of ['', ...rooms]) {
    const file = join(checkout, room, 'package.json');
    writeJson(file, raise(readJson(file)));
  }
  const lockFile = join(checkout, 'package-lock.json');
  const lock = readJson(lockFile);
  const packages = lock['packages'] as Record<string, Json>; // npm's own, of version 3
  for (const place of ['', ...rooms]) packages[place] = raise(packages[place] ?? {});
  writeJson(lockFile, { ...lock, version, packages });
  raiseDeployFiles(checkout, rooms, [...ours], root.version, version);
}

/** Files of a room's `deploy/` name packages with their version: `NAME@1.0.0`, `NAME:1.0.0`, `NAME-1.0.0.tgz`. */
function raiseDeployFiles(
  checkout: string,
  rooms: readonly string[],
  names: readonly string[],
  from: string,
  to: string,
): void {
  for (const room of rooms) {
    const folder = join(checkout, room, 'deploy');
    for (const entry of filesIn(folder)) {
      const text = readFileSync(entry, 'utf8');
      const raised = names.reduce(
        (all, name) =>
          ['@', ':', '-'].reduce((one, sign) => one.replaceAll(`${name}${sign}${from}`, `${name}${sign}${to}`), all),
        text,
      );
      if (raised !== text) writeFileSync(entry, raised);
    }
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name));
  } catch {
    // most rooms deploy nothing
    return [];
  }
}
