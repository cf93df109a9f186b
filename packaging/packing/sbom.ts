import { root } from '@eventbridge-kit/testkit/machine/project';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textOf, type Entries } from '../../marketplace/src/check/assets.ts';

type Names = Readonly<Record<string, string>>;

/** As npm wants it, as far as it is read here. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  readonly license?: string;
  readonly dependencies?: Names;
}

/** A lockfile of version 3: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json */
interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly link?: boolean; readonly dev?: boolean }>>;
}

/** A bill of materials as npm writes it, as far as it is changed here: https://cyclonedx.org/docs/1.5/json/ */
interface Sbom {
  serialNumber?: string;
  readonly metadata: { timestamp: string; readonly component: { readonly 'bom-ref': string } };
  readonly components: object[];
  readonly dependencies: { readonly ref: string; readonly dependsOn: string[] }[];
}

/** The lockfile of a package by itself: the repository's, where what stands in the room's folder goes before what all share. */
function lockOf(room: string, manifest: Manifest): object {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile; // npm's own
  const locked = Object.entries(packages)
    .filter(([, { link }]) => link !== true)
    // all of it is needed where it is needed at all
    .map(([place, one]): [string, object] => [place, { ...one, dev: undefined }]);
  const shared = locked.filter(([place]) => place.startsWith('node_modules/'));
  const own = locked
    .filter(([place]) => place.startsWith(`${room}/node_modules/`))
    .map(([place, one]) => [place.slice(room.length + 1), one] as const);
  const { name, version } = manifest;
  return { name, version, lockfileVersion: 3, packages: Object.fromEntries([['', manifest], ...shared, ...own]) };
}

/** Packages whose code is in the bundle, as the notices beside it name them: `NAME VERSION (LICENCE)`. */
function bundledIn(tarball: Entries): { readonly name: string; readonly version: string; readonly licence: string }[] {
  const lines = [...tarball]
    .filter(([path]) => path.includes('THIRD-PARTY-NOTICES'))
    .flatMap(([, bytes]) => textOf(bytes).split('\n'));
  return [...new Set(lines)].sort().flatMap((line) => {
    const [, name, version, licence] =
      /^((?:@[a-z0-9._-]+\/)?[a-z0-9._-]+) (\d+\.\d+\.\d+\S*) \(([^)]+)\)$/i.exec(line) ?? [];
    return name === undefined || version === undefined || licence === undefined ? [] : [{ name, version, licence }];
  });
}

/** What npm says of the package's dependencies. */
function fromNpm(room: string, tarball: Entries): Sbom {
  const { name, version, description, license, dependencies } = JSON.parse(
    textOf(tarball.get('package.json')),
  ) as Manifest;
  const manifest = { name, version, description, license, dependencies } as Manifest; // absent members are left out as JSON
  const place = mkdtempSync(join(tmpdir(), 'eventbridge-kit-sbom-'));
  try {
    // npm takes the name of the folder for that of the package
    const folder = join(place, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockOf(room, manifest)));
    const options = ['--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'library'];
    return JSON.parse(execFileSync('npm', ['sbom', ...options], { cwd: folder, encoding: 'utf8' })) as Sbom;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/**
 * The bill of materials of a packed package: its dependencies by npm, at the versions of the repository's lockfile, and what is
 * bundled into it. npm's random number is replaced by one that follows from the rest, its time by the day of the release.
 */
export function sbomOf(room: string, tarball: Entries, day: string): string {
  const sbom = fromNpm(room, tarball);
  const ofPackage = sbom.dependencies.find(({ ref }) => ref === sbom.metadata.component['bom-ref']);
  for (const { name, version, licence } of bundledIn(tarball)) {
    const ref = `${name}@${version}`;
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
    const properties = [{ name: 'cdx:npm:package:bundled', value: 'true' }];
    const licenses = [{ license: { id: licence.replace('Apache 2.0', 'Apache-2.0') } }];
    sbom.components.push({
      'bom-ref': ref,
      type: 'library',
      name,
      version,
      scope: 'required',
      purl,
      properties,
      licenses,
    });
    ofPackage?.dependsOn.push(ref);
  }
  sbom.metadata.timestamp = `${day}T00:00:00.000Z`;
  delete sbom.serialNumber;
  sbom.serialNumber = `urn:uuid:${uuidOf(JSON.stringify(sbom))}`;
  return `${JSON.stringify(sbom, undefined, 2)}\n`;
}

/** A UUID of version 8 that follows from a text: https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8 */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
