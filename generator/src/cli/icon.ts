import { thrownText } from '@eventbridge-kit/issue';
import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import type { TemplateSpec } from '../definition/template.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.svg': 'image/svg+xml', '.png': 'image/png' };

export type Icon = { readonly contents: string; readonly bytes: number } | { readonly problem: string };

/** The icon that the definition names: a file beside it becomes a data URI. Undefined without one. */
export async function readIcon({ icon }: TemplateSpec, definitionPath: string): Promise<Icon | undefined> {
  if (icon === undefined) return undefined;
  if ('contents' in icon) return { contents: icon.contents, bytes: icon.contents.length };
  const mediaType = MEDIA_TYPES[extname(icon.file)];
  if (mediaType === undefined) {
    return { problem: `the icon ${icon.file} is neither SVG nor PNG; use ${Object.keys(MEDIA_TYPES).join(' or ')}` };
  }
  try {
    const bytes = await readFile(resolve(dirname(definitionPath), icon.file));
    return { contents: `data:${mediaType};base64,${bytes.toString('base64')}`, bytes: bytes.length };
  } catch (problem) {
    return { problem: `the icon ${icon.file} cannot be read beside the definition: ${thrownText(problem)}` };
  }
}
