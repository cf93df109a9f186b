/** Draws the picture of the rooms into docs/architecture.md; part of `npm run generate`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { roomsPicture, withPicture } from './rooms-picture.ts';

const page = new URL('../docs/architecture.md', import.meta.url);

writeFileSync(page, withPicture(readFileSync(page, 'utf8'), await roomsPicture()));
