/** A lockfile of version 3, as far as it is read here. */
// https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
}

type Names = Readonly<Record<string, string>>;

export interface PublishedManifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Names;
}

/**
 * The lockfile of one published package: of the repository's own lockfile what the package needs, so that an installation
 * has the versions that were tested. Throws where a dependency is not locked.
 */
export function shrinkwrapOf(manifest: PublishedManifest, { packages }: Lockfile): object {
  const { name, version, dependencies = {} } = manifest;
  const needed = new Set<string>();
  const add = (place: string): void => {
    if (needed.has(place)) return;
    needed.add(place);
    const { dependencies: own, optionalDependencies: optional, peerDependencies: peers } = packages[place] ?? {};
    // Optional ones and optional peers may be missing.
    for (const one of Object.keys({ ...own, ...optional, ...peers })) {
      const found = placeOf(one, place, packages);
      if (found !== undefined) add(found);
      else if (own?.[one] !== undefined) throw new Error(`The lockfile has no ${one}, which ${place} needs.`);
    }
  };
  for (const one of Object.keys(dependencies)) {
    const found = placeOf(one, '', packages);
    if (found === undefined) throw new Error(`The lockfile has no ${one}, which ${name} needs.`);
    add(found);
  }
  const locked = [...needed].sort().map((place) => [place, packages[place]] as const);
  return {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { name, version, dependencies }, ...Object.fromEntries(locked) },
  };
}

/** Where Node would find a package from there: in the nearest `node_modules` upwards. */
function placeOf(name: string, from: string, packages: Lockfile['packages']): string | undefined {
  const parents = from === '' ? [] : from.replace(/^node_modules\//, '').split('/node_modules/');
  for (let depth = parents.length; depth >= 0; depth -= 1) {
    const place = `node_modules/${[...parents.slice(0, depth), name].join('/node_modules/')}`;
    if (packages[place] !== undefined) return place;
  }
  return undefined;
}
