import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Other files in a folder that hold a template of the same id and version: Modeler refuses both then.
 *
 * @param ours name of our own file, which is left out
 * @param template path of the template
 */
export function filesWithSameTemplate(folder: string, ours: string, template: string): readonly string[] {
  const wanted = new Set(templatesIn(template));
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && name !== ours)
    .filter((name) => templatesIn(join(folder, name)).some((key) => wanted.has(key)));
}

/** Id and version of each template in a file, which holds one or a list; none where it is something else. */
function templatesIn(file: string): readonly string[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
  return [json].flat().flatMap((item) => {
    if (typeof item !== 'object' || item === null || !('id' in item)) return [];
    return [JSON.stringify([item.id, 'version' in item ? item.version : null])];
  });
}
