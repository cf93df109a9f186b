/** Packs one published room as it is published: `node scripts/run.js pack ROOM [FOLDER]`, by default into `.cache/packages/`. */
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { join, resolve } from 'node:path';
import { pack } from './packing/pack.ts';
import { publishedOf } from './published.ts';

const [, , room = '', into = join(root, '.cache', 'packages')] = process.argv;
const rooms = publishedOf(root).map((published) => published.room);
if (rooms.includes(room)) say(await pack(room, resolve(into)));
else {
  say(`This is not a room that is published: found "${room}". Write one of ${rooms.join(', ')}.`);
  process.exitCode = 2;
}
