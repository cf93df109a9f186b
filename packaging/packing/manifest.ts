import type { Publisher } from '@eventbridge-kit/testkit/machine/publisher';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Our own export condition: it leads to the sources, which no package carries. */
export const SOURCE_CONDITION = 'eventbridge-kit';

type Names = Readonly<Record<string, string>>;

/** The manifest of a room that is published, as far as packing reads it. */
export interface RoomManifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Names;
  readonly files?: readonly string[];
  readonly exports?: Readonly<Record<string, Names>>;
  readonly dependencies?: Names;
  readonly devDependencies?: Names;
  readonly peerDependencies?: Names;
  readonly scripts?: Names;
}

/** What only whoever works on a package needs. */
const OF_WORKSHOP: ReadonlySet<string> = new Set(['scripts', 'devDependencies']);

/** A room's manifest. */
export function manifestOf(folder: string): RoomManifest & { readonly workspaces?: readonly string[] } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as RoomManifest; // as npm wants it
}

/**
 * What a package's manifest says to those who install it: of the room's own neither scripts, development dependencies nor
 * the way to its sources, and who publishes it, where that is known.
 */
export function publishedManifest(own: RoomManifest, room: string, publisher: Publisher): RoomManifest {
  const { exports: doors } = own;
  const { name, contact, homepage, repository, issues } = publisher;
  const email = contact !== null && { email: contact };
  return {
    ...Object.fromEntries(Object.entries(own).filter(([key]) => !OF_WORKSHOP.has(key))),
    ...(doors && { exports: Object.fromEntries(Object.entries(doors).map(([door, ways]) => [door, forUsers(ways)])) }),
    ...(own.files && { files: [...own.files, 'CHANGELOG.md'].sort() }),
    ...(name !== null && { author: { name, ...email } }),
    ...(homepage !== null && { homepage }),
    ...(repository !== null && {
      repository: { type: 'git', url: `git+${repository.replace(/(?:\.git|\/)$/, '')}.git`, directory: room },
    }),
    ...(issues !== null && { bugs: { url: issues, ...email } }),
    publishConfig: { access: 'public' },
  } as unknown as RoomManifest; // what is taken out is nothing of it; what npm alone reads is added
}

function forUsers(ways: Names): Names {
  return Object.fromEntries(Object.entries(ways).filter(([condition]) => condition !== SOURCE_CONDITION));
}

/** A package that users install, and its room. */
export interface Published {
  readonly room: string;
  readonly manifest: RoomManifest;
}

/** The packages of a checkout that are not private. */
export function publishedOf(checkout: string): Published[] {
  return (manifestOf(checkout).workspaces ?? [])
    .map((room) => ({ room, manifest: manifestOf(join(checkout, room)) }))
    .filter(({ manifest }) => manifest.private !== true);
}
