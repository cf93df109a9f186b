import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { TemplateSpec } from '../definition/template.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.svg': 'image/svg+xml', '.png': 'image/png' };

export interface Icon {
  readonly contents: string;
  readonly bytes: number;
}

/** The icon that the definition names: a file beside it becomes a data URI. Undefined without one. */
export const readIcon = async (template: TemplateSpec, definitionPath: string): Promise<Icon | undefined> => {
  const { icon } = template;
  if (icon === undefined) return undefined;
  if ('contents' in icon) return { contents: icon.contents, bytes: icon.contents.length };
  const mediaType = MEDIA_TYPES[extname(icon.file)];
  if (mediaType === undefined) {
    throw new Error(`the icon ${icon.file} is neither SVG nor PNG; use ${Object.keys(MEDIA_TYPES).join(' or ')}`);
  }
  const bytes = await readFile(resolve(dirname(definitionPath), icon.file));
  return { contents: `data:${mediaType};base64,${bytes.toString('base64')}`, bytes: bytes.length };
};
