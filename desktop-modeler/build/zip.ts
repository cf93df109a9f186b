import { zipSync } from 'fflate';

/** The first moment that a zip can hold, in the machine's own zone as zips have it: equal files give equal bytes. */
const TIME = new Date(1980, 0, 1);

/** A zip of files by their paths, the same bytes whenever and wherever it is made. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: TIME });
}
