import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toggle } from '@eventbridge-kit/node-kit/options';
import { checkDiagram, configure, readDiagram } from 'bpmnlint-plugin-eventbridge/core';
import { bpmn } from '@eventbridge-kit/testkit/bpmn';
import { parse } from '@eventbridge-kit/testkit/parse';
import { SEEDS } from '@eventbridge-kit/testkit/lint/seeded/seeds';
import { UNTOUCHED } from '@eventbridge-kit/testkit/lint/seeded/untouched';
import { defineBench } from '../bench.ts';
import { say } from '../say.ts';
import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import { stockLinter, type LintDiagram } from './stock.ts';

const root = new URL('../../', import.meta.url);

const TEMPLATES = [
  'templates/send-event.json',
  'node_modules/@camunda/connectors-element-templates/src/element-templates/aws-eventbridge-outbound-connector.json',
];

/** Aims: at least this share of the mistakes found, and nothing found in diagrams without one. */
const MIN_FOUND = 0.9;

async function ours(xml: string): ReturnType<LintDiagram> {
  return checkDiagram(readDiagram(await parse(xml)), configure()).map(({ rule, message }) => `${rule}: ${message}`);
}

interface Row {
  readonly group: string;
  readonly mistake: string;
  readonly ours: readonly string[];
  readonly stock: readonly string[];
}

const bench = defineBench({
  summary: 'Mistakes put into EventBridge tasks: how many our rules find, and how many the stock linting does.',
  options: {
    verbose: toggle({ flag: 'verbose', description: 'A line for each mistake, with what each of the two says.' }),
  },

  run: async ({ verbose }) => {
    const templates = TEMPLATES.flatMap((path) => JSON.parse(readFileSync(new URL(path, root), 'utf8')) as object[]); // one template, or a list
    const stock = await stockLinter(templates);
    // What the stock linting says of a diagram without a mistake is no finding of one.
    const noise = new Set((await Promise.all(UNTOUCHED.map(([, diagram]) => stock(bpmn(diagram))))).flat());
    const untouched = await Promise.all(UNTOUCHED.map(async ([, diagram]) => (await ours(bpmn(diagram))).length > 0));
    const rows: Row[] = [];
    for (const { group, mistake, diagram } of SEEDS) {
      const xml = bpmn(diagram);
      const said = (await stock(xml)).filter((line) => !noise.has(line));
      rows.push({ group, mistake, ours: await ours(xml), stock: said });
    }
    say('stock: @camunda/linting with the linter of element templates, which knows the constraints of both templates');
    say('');
    if (verbose) rows.forEach(sayRow);
    formatTable(['group', 'mistakes', 'ours', 'stock'], table(rows)).forEach(say);
    const found = rows.filter((row) => row.ours.length > 0).length;
    const flagged = untouched.filter(Boolean).length;
    say('');
    say(
      `aim: at least ${MIN_FOUND * 100} % found: ${percent(found, rows.length)}, ${found / rows.length >= MIN_FOUND ? 'met' : 'missed'}`,
    );
    say(`aim: none of ${UNTOUCHED.length} untouched diagrams flagged: ${flagged}, ${flagged === 0 ? 'met' : 'missed'}`);
    const results = new URL('.cache/bench/', root);
    mkdirSync(results, { recursive: true });
    const file = new URL('seeded.json', results);
    writeFileSync(file, `${JSON.stringify({ rows, untouched: UNTOUCHED.length, flagged }, undefined, 2)}\n`);
    say('');
    say(`Written to ${fileURLToPath(file)}`);
  },
});

export default bench;

function table(rows: readonly Row[]): string[][] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const line = (name: string, of: readonly Row[]): string[] => {
    const count = (who: 'ours' | 'stock'): string => String(of.filter((row) => row[who].length > 0).length);
    return [name, String(of.length), count('ours'), count('stock')];
  };
  return [
    ...groups.map((name) =>
      line(
        name,
        rows.filter(({ group }) => group === name),
      ),
    ),
    line('all', rows),
  ];
}

function sayRow({ group, mistake, ours: own, stock }: Row): void {
  say(`${group}: ${mistake}`);
  say(`  ours   ${own.join(' | ') || '-'}`);
  say(`  stock  ${stock.join(' | ') || '-'}`);
}

function percent(part: number, whole: number): string {
  return `${part} of ${whole}, ${Math.round((part / whole) * 100)} %`;
}
