/** An entry that the mappings before made, in the way of a process variable of that name. */
interface OwnEntry {
  /** Its whole path, for example `input.source`; `input` for the entry that holds it. */
  readonly path: string;
}

/**
 * What an input mapping's expression sees before the process variables, by name: the engine joins a task's mappings to
 * one nested context, in which an expression sees the entries before its own, those of its own level by their short
 * name, and not the entry that it stands in. `evaluateInputs` gives the same values.
 *
 * @param targets targets of all input mappings in order
 * @param index the mapping; past the last one for an expression that runs after them, as retries and outputs do
 */
export function ownEntries(targets: readonly string[], index: number): ReadonlyMap<string, OwnEntry> {
  const paths = targets.map((target) => target.split('.'));
  const own = paths[index] ?? [];
  const found = new Map<string, OwnEntry>();
  for (let level = 0; level < Math.max(own.length, 1); level++) {
    const before = own.slice(0, level);
    for (const path of paths) {
      const name = path[level];
      if (name === undefined || before.some((key, at) => path[at] !== key)) continue;
      // A key stands where it was written first, whatever comes later.
      if (name === own[level]) break;
      found.set(name, { path: path.slice(0, level + 1).join('.') });
    }
  }
  return found;
}
