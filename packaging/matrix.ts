/**
 * Packs each published package, installs it into an empty folder, and does there what its README says, block by block:
 * `npm run package:matrix [-- options]`. What a README leaves out, or a tarball lacks, is found here and not by a reader.
 */
import { root } from '@eventbridge-kit/testkit/machine/project';
import { gapLines, readPublisher } from '@eventbridge-kit/testkit/machine/publisher';
import { say, step } from '@eventbridge-kit/testkit/machine/say';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { publishedOf, type Published } from './packing/manifest.ts';
import { pack } from './packing/pack.ts';
import { checkByTools, checkNames } from './trial/check-tarball.ts';
import { matrixTable, type Column } from './trial/matrix-table.ts';
import { FOLDER_KINDS, nodeOf, tryPackage, type FolderKind } from './trial/try-package.ts';

const HELP = `Each package as its README says, in an empty folder.

  npm run package:matrix [-- options]

  --package NAME   only this one; may be repeated
  --node MAJOR     only this version of Node; may be repeated          default 20, 22, 24
  --kind KIND      only folders of this kind (none, commonjs, module); may be repeated
  --quick          one kind of folder for each package, this Node, nothing but the packages fetched: npm run test:install
  --packed         the tarballs that \`npm run package\` left, instead of new ones
  --pictures       takes the pictures of the pages that READMEs let make
  --help           this text
`;

const { values } = parseArgs({
  options: {
    package: { type: 'string', multiple: true },
    node: { type: 'string', multiple: true, default: ['20', '22', '24'] },
    kind: { type: 'string', multiple: true, default: Object.keys(FOLDER_KINDS) },
    quick: { type: 'boolean', default: false },
    packed: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** Packages at a time: an installation mostly waits. No two READMEs use the same ports. */
const LANES = 2;

const kinds = (Object.keys(FOLDER_KINDS) as FolderKind[]).filter((kind) => values.kind.includes(kind)); // its own keys
const nodes = values.quick ? [process.versions.node.split('.')[0] ?? ''] : values.node;

/** One package in every folder, on every Node: its table, and whether all is as its README says. */
async function tryEverywhere(
  { room, manifest }: Published,
  tarballs: ReadonlyMap<string, string>,
  at: number,
): Promise<boolean> {
  const tarball = tarballs.get(manifest.name) ?? '';
  const readme = readFileSync(join(root, room, 'README.md'), 'utf8');
  const columns: Column[] = [];
  for (const major of nodes) {
    const node = nodeOf(major);
    for (const kind of values.quick ? [kinds[at % kinds.length] ?? 'none'] : kinds) {
      const outcomes = await step(`${manifest.name}, Node ${major}, folder ${kind}`, () =>
        tryPackage({
          ...{ manifest, readme, kind, node, tarballs },
          withAudit: !values.quick,
          picture: values.pictures ? join(root, 'docs', 'pictures', `${manifest.name}.png`) : undefined,
        }),
      );
      columns.push({ title: `${major} ${kind}`, outcomes });
    }
  }
  const verdicts = [checkNames(tarball), ...(values.quick ? [] : await checkByTools(tarball, manifest))];
  say('');
  for (const line of matrixTable(`${manifest.name} ${manifest.version}`, columns, verdicts)) say(line);
  say('');
  return [...columns.flatMap(({ outcomes }) => outcomes), ...verdicts].every(({ failure }) => failure === undefined);
}

async function tryAll(): Promise<void> {
  const all = publishedOf(root);
  const chosen = all.filter(({ manifest }) => values.package?.includes(manifest.name) ?? true);
  const folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-tarballs-'));
  try {
    const tarballs = new Map<string, string>();
    // What a README lets its reader install, too.
    const readmes = chosen.map(({ room }) => readFileSync(join(root, room, 'README.md'), 'utf8')).join('\n');
    const needed = all.filter((one) => chosen.includes(one) || readmes.includes(one.manifest.name));
    for (const { room, manifest } of values.packed || values.quick ? all : needed) {
      const { name, version } = manifest;
      const tarball = values.packed
        ? join(root, '.cache', 'packages', `${name}-${version}.tgz`)
        : await step(`Packing ${name}`, () => pack(room, folder));
      tarballs.set(name, tarball);
    }
    const wrong: string[] = [];
    const queue = [...chosen];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        if (!(await tryEverywhere(next, tarballs, all.indexOf(next)))) wrong.push(next.manifest.name);
      }
    };
    await Promise.all(Array.from({ length: LANES }, work));
    for (const line of gapLines(readPublisher().gaps)) say(line);
    if (wrong.length > 0) {
      say(`Not as the README says: ${wrong.join(', ')}.`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// The programs of READMEs end with this one.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

if (values.help) process.stdout.write(HELP);
else await tryAll();
