import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DefinitionPath } from '../lint/rule.ts';
import type { Place, Problem } from './problem.ts';
import { type Key, type Source, type SourceNode, readSource, repeatedKeys } from './source.ts';

/** Most files that are looked through for the parts of a definition. */
const MAX_FILES = 50;

/** Endings that an import may leave out or that it has for the compiled file. */
const ENDINGS = ['', '.ts', '.mts', '.js', '.mjs', '/index.ts', '/index.js'];

/** A file that a definition is written in. */
interface SourceFile {
  /** Relative to the definition's file; absent: that file itself. */
  readonly file?: string;
  readonly source: Source;
}

/** Where the parts of a definition stand: in its file, and in those that it imports by relative paths. */
export interface Places {
  /** The place of a part as near as it can be told; undefined where it is written nowhere as such. */
  readonly find: (path: DefinitionPath) => Place | undefined;
  /** Keys that stand twice in one object. */
  readonly repeated: readonly Pick<Problem, 'place' | 'message'>[];
}

/**
 * @param path absolute path of the definition's file
 * @param shown how a path is told to the user
 */
export function readPlaces(path: string, shown: (path: string) => string): Places {
  const files = readFiles(path, shown);
  return {
    find: (part) => {
      for (const own of [true, false]) {
        for (const { file, source } of files) {
          const found = anchorOf(source, part, own);
          if (found === undefined) continue;
          const [key, rest] = found;
          return placeOf(refine(source, key, rest), file);
        }
      }
      return undefined;
    },
    repeated: files.flatMap(({ file, source }) =>
      repeatedKeys(source).map(({ key, first }) => ({
        place: placeOf(key.node, file),
        message: `the key "${key.name}" stands twice in one object, first in line ${first.node.loc.start.line}; the last one would win: remove or rename one`,
      })),
    ),
  };
}

/** Where a node stands. */
export function placeOf({ loc }: SourceNode, file?: string): Place {
  return {
    ...(file !== undefined && { file }),
    line: loc.start.line,
    column: loc.start.column + 1,
  };
}

function readFiles(path: string, shown: (path: string) => string): readonly SourceFile[] {
  const files: SourceFile[] = [];
  const seen = new Set([path]);
  const waiting = [path];
  for (let next = waiting.shift(); next !== undefined && files.length < MAX_FILES; next = waiting.shift()) {
    const text = textOf(next);
    if (text === undefined) continue;
    const source = readSource(text, 'script');
    files.push({ source, ...(next !== path && { file: shown(next) }) });
    for (const target of source.imports) {
      const imported = resolveImport(dirname(next), target);
      if (imported === undefined || seen.has(imported)) continue;
      seen.add(imported);
      waiting.push(imported);
    }
  }
  return files;
}

function resolveImport(folder: string, target: string): string | undefined {
  return ENDINGS.flatMap((ending) => [`${target}${ending}`, `${target.replace(/\.m?js$/, '')}${ending}`])
    .map((name) => resolve(folder, name))
    .find((path) => /\.[cm]?[jt]s$/.test(path) && textOf(path) !== undefined);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Members of a definition that are records by id. */
const RECORDS: readonly unknown[] = ['properties', 'groups', 'presets', 'configurationTemplates'];

/**
 * The key that begins the part, and what of the path is inside its value.
 *
 * @param own true: only below the member that the path names; false: a part that is written elsewhere and spread into it
 */
function anchorOf(
  source: Source,
  [member, id, ...rest]: DefinitionPath,
  own: boolean,
): [Key, DefinitionPath] | undefined {
  const inRecord = RECORDS.includes(member) && typeof id === 'string';
  const name = inRecord ? id : member;
  const key = source.keys.find(
    ({ name: written, around, value }) =>
      written === name &&
      (inRecord ? (own ? around.at(-1) === member : isPart(value)) : own ? around.length === 0 : false),
  );
  if (key === undefined) return undefined;
  // of two equal keys the last one counts
  const last = source.keys.findLast((other) => other.object === key.object && other.name === key.name) ?? key;
  return [last, inRecord ? rest : [...(id === undefined ? [] : [id]), ...rest]];
}

function isPart({ type }: SourceNode): boolean {
  return type === 'ObjectExpression' || type === 'CallExpression';
}

/** What a path has led to: the node to point at, and the one to look further in. */
interface Spot {
  readonly at: SourceNode;
  readonly value: SourceNode;
}

/** The node of the path inside the key's value, as far as it is written there. */
function refine(source: Source, key: Key, path: DefinitionPath): SourceNode {
  let spot: Spot = { at: key.node, value: key.value };
  for (const segment of path) {
    const next = typeof segment === 'number' ? elementOf(spot.value, segment) : memberOf(source, spot.value, segment);
    if (next === undefined) break;
    spot = next;
  }
  return spot.at;
}

function elementOf({ elements }: SourceNode, index: number): Spot | undefined {
  const element = Array.isArray(elements) ? (elements[index] as SourceNode | null | undefined) : undefined;
  return element === null || element === undefined ? undefined : { at: element, value: element };
}

/** The outermost key of the name inside the value, through calls such as `string({...})`. */
function memberOf(source: Source, { start, end }: SourceNode, name: string): Spot | undefined {
  const [key] = source.keys
    .filter((one) => one.name === name && one.node.start >= start && one.node.end <= end)
    .sort((a, b) => a.around.length - b.around.length);
  return key === undefined ? undefined : { at: key.node, value: key.value };
}
