import { thrownText } from '@eventbridge-kit/issue';
import { readFileSync } from 'node:fs';
import { importTemplate } from '../import/import-template.ts';
import type { DefinitionPath } from '../lint/rule.ts';
import { typesOutputs } from './job-types.ts';
import type { Built } from './output.ts';
import { placeOf } from './places.ts';
import { type Problem, placed } from './problem.ts';
import { type Source, type SourceNode, readSource, repeatedKeys } from './source.ts';

/** JSON is what `generate` writes: a definition in JSON would be replaced by its own template. */
export function refusedJson(file: string, path: string): Built {
  const message =
    'is JSON, which generate writes and does not read: it would be overwritten; write the definition in TypeScript or JavaScript';
  const { repeated } = readJson(file, path);
  return { outputs: [], problems: [{ file, severity: 'error', message }, ...repeated] };
}

/** The job types of a template's JSON; of a list of versions, of the newest. */
export async function typesOfJson(file: string, path: string, stem: string): Promise<Built> {
  const { text, source, repeated } = readJson(file, path);
  if (repeated.length > 0) return { outputs: [], problems: repeated };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (problem) {
    return { outputs: [], problems: [{ file, severity: 'error', message: `is no JSON: ${thrownText(problem)}` }] };
  }
  const index = Array.isArray(json) ? newestOf(json) : undefined;
  const result = importTemplate(index === undefined ? json : (json as unknown[])[index]);
  if (result.ok) return { outputs: await typesOutputs(result.template, stem), problems: [] };
  const problems = result.problems.map((found) => {
    const node = nodeAt(source.root, index === undefined ? found.path : [index, ...found.path]);
    return placed(file, found, node === undefined ? undefined : placeOf(node));
  });
  return { outputs: [], problems };
}

interface JsonFile {
  readonly text: string;
  readonly source: Source;
  readonly repeated: readonly Problem[];
}

function readJson(file: string, path: string): JsonFile {
  const text = readFileSync(path, 'utf8');
  const source = readSource(text, 'json');
  const repeated = repeatedKeys(source).map(({ key, first }): Problem => ({
    file,
    place: placeOf(key.node),
    severity: 'error',
    rule: 'repeated-key',
    message: `the key "${key.name}" stands twice in one object, first in line ${first.node.loc.start.line}; remove or rename one`,
  }));
  return { text, source, repeated };
}

/** The place of the version with the highest number; undefined of an empty list. */
function newestOf(versions: readonly unknown[]): number | undefined {
  const numbers = versions.map((one) =>
    typeof one === 'object' && one !== null && 'version' in one && typeof one.version === 'number' ? one.version : -1,
  );
  return numbers.length === 0 ? undefined : numbers.indexOf(Math.max(...numbers));
}

/** The node of a part of the definition, as near as it is written: lists stand where a definition has records by id. */
function nodeAt(root: SourceNode | undefined, path: DefinitionPath): SourceNode | undefined {
  let node = root;
  for (const segment of path) {
    const next = childOf(node, segment);
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function childOf(node: SourceNode | undefined, segment: string | number): SourceNode | undefined {
  if (Array.isArray(node?.elements)) {
    const elements = node.elements as readonly SourceNode[];
    const index = typeof segment === 'number' ? segment : /^properties\/(\d+)$/.exec(segment)?.[1];
    if (index !== undefined) return elements[Number(index)];
    return elements.find((element) => childOf(element, 'id')?.['value'] === segment);
  }
  if (!Array.isArray(node?.properties)) return undefined;
  const member = (node.properties as readonly SourceNode[]).find(
    ({ key }) => (key as SourceNode | undefined)?.['value'] === segment,
  );
  return member?.['value'] as SourceNode | undefined;
}
