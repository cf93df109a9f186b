import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { roomsPicture, withPicture } from './rooms-picture.ts';

describe('the picture of the rooms in docs/architecture.md', () => {
  it('shows the imports as they are (npm run generate draws it anew)', async () => {
    const page = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
    expect(page).toBe(withPicture(page, await roomsPicture()));
    // it reads every module of the repository
  });
});
