/**
 * Draws the picture of the rooms into docs/architecture.md; part of `npm run generate`. With `--check` it draws nothing, and
 * fails where the page does not show the imports as they are.
 */
import { say } from '@eventbridge-kit/testkit/machine/say';
import { cruise } from 'dependency-cruiser';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import configuration, { HOSTS, ROOMS, TESTS } from '../.dependency-cruiser.js';

// without a slash at the end, which dependency-cruiser does not take
const root = resolve(fileURLToPath(new URL('..', import.meta.url)));

const START = '<!-- rooms:start, drawn by `npm run generate` -->';
const END = '<!-- rooms:end -->';

const page = new URL('../docs/architecture.md', import.meta.url);
const shown = readFileSync(page, 'utf8');
const drawn = withPicture(shown, await roomsPicture());
if (!process.argv.includes('--check')) writeFileSync(page, drawn);
else if (shown !== drawn) {
  say('docs/architecture.md does not show the imports between the rooms as they are. Run npm run generate.');
  process.exitCode = 1;
}

/** The imports between rooms as they are in the sources (tests aside), as a Mermaid graph. */
async function roomsPicture(): Promise<string> {
  const rooms = [...Object.keys(ROOMS).filter((room) => room !== 'testkit'), 'demo', 'desktop-modeler', 'marketplace'];
  const { enhancedResolveOptions, ...options } = configuration.options;
  const { output } = await cruise(
    rooms,
    { ...options, baseDir: root, exclude: { path: [options.exclude.path, TESTS] } },
    enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new TypeError('dependency-cruiser gave text where a result was expected');
  const roomOf = (path: string): string | undefined => rooms.find((room) => path.startsWith(`${room}/`));
  const arrows = new Set<string>();
  for (const { source, dependencies } of output.modules) {
    const from = roomOf(source);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (from !== undefined && to !== undefined && from !== to) arrows.add(`  ${from} --> ${to}`);
    }
  }
  const hosts = HOSTS.filter((host) => rooms.includes(host)).map((host) => `  ${host}:::host`);
  return [
    '```mermaid',
    'flowchart LR',
    ...[...arrows].sort(),
    ...hosts,
    '  classDef host stroke-dasharray: 4 3',
    '```',
  ].join('\n');
}

/** The page with the picture between its marks replaced; throws when the page has no marks. */
function withPicture(page: string, picture: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`docs/architecture.md has lost its marks ${START} and ${END}`);
  return `${page.slice(0, start)}${START}\n\n${picture}\n\n${page.slice(end)}`;
}
