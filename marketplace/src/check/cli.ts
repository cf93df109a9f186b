/**
 * Holds the files of a release against the rules of Camunda's Marketplace: `npm run package:check [-- options] [FOLDER]`. It
 * reads what `npm run package` built, never the checkout.
 */
import { root } from '@eventbridge-kit/testkit/machine/project';
import { readPublisher } from '@eventbridge-kit/testkit/machine/publisher';
import { say } from '@eventbridge-kit/testkit/machine/say';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAssets } from './assets.ts';
import { PERSON_STEPS } from './person.ts';
import { personLines, sumLine, verdictLines } from './report.ts';
import { checkAssets } from './rule.ts';
import { RULES } from './rules.ts';

const HELP = `Holds the files of a release against the rules of Camunda's Marketplace.

  npm run package:check [-- options] [FOLDER]     default .cache/packages

  --release   what a person must say first counts as broken, too
  --help      this text
`;

/** Exit codes: each rule is kept, one is broken, wrong usage. */
const EXIT = { kept: 0, broken: 1, usage: 2 } as const;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { release: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    say(HELP);
    return EXIT.kept;
  }
  const folder = positionals[0] ?? join(root, '.cache', 'packages');
  if (!existsSync(folder)) {
    say(`There are no files to check: found no folder ${folder}. Run npm run package first, or name another folder.`);
    return EXIT.usage;
  }
  const assets = readAssets(folder);
  for (const [name, entries] of [...assets.archives].sort()) {
    say(`${name}: ${entries.size} files`);
    if (name.endsWith('.zip')) for (const path of [...entries.keys()].sort()) say(`    ${path}`);
  }
  const results = checkAssets(assets, RULES);
  for (const line of verdictLines(results)) say(line);
  const gaps = readPublisher().gaps.map(({ message }) => message);
  say('');
  for (const line of personLines(results, gaps, PERSON_STEPS)) say(line);
  say('');
  say(sumLine(results));
  const isBroken = results.some(({ verdict }) => verdict === 'broken' || (values.release && verdict === 'person'));
  return isBroken ? EXIT.broken : EXIT.kept;
}

process.exitCode = main();
