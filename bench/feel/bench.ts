import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate } from 'camunda-feel';
import { HOSTILE, HOSTILE_VARIABLES } from '@eventbridge-kit/testkit/feel/hostile';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { defineBench } from '../bench.ts';
import { quantile } from '../quantile.ts';
import { atMost, formatGoals, type GoalResult } from '../goal.ts';
import { thisMachine } from '../machine.ts';
import { say } from '../say.ts';
import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import { demoExpressions, EXPRESSIONS, VARIABLES } from './expressions.ts';
import { loadFeelin, type Feelin } from './feelin.ts';
import { weigh, type Size } from './sizes.ts';

/** Aims: a hostile expression in ms, and what a preview adds beyond the editor's parser in bytes of gzip. */
const MAX_HOSTILE_MS = 100;
const MAX_PREVIEW_BYTES = 70_000;

/** Times that each expression is evaluated: the median counts. */
const HOSTILE_ROUNDS = 3;
const ROUNDS = 400;
const WARM_UP = 200;

/** Hostile expressions that are shown: the slowest. */
const SHOWN = 8;

interface Timed {
  readonly expression: string;
  readonly oursUs: number;
  readonly feelinUs: number;
}

const bench = defineBench({
  summary:
    'FEEL: hostile expressions in ms of processor time, common ones beside @bpmn-io/feelin, and what a page loads.',
  options: {},
  notes: 'Installs @bpmn-io/feelin into .cache/bench the first time.',

  run: async () => {
    const hostile = Object.entries(HOSTILE)
      .map(([what, text]) => ({ what, ms: median(HOSTILE_ROUNDS, processorMs, () => evaluateHostile(text)) }))
      .toSorted((a, b) => b.ms - a.ms);
    const slowest = hostile.slice(0, SHOWN).map(({ what, ms }) => [what, ms.toFixed(1)]);
    formatTable([`slowest of ${hostile.length} hostile expressions`, 'processor ms'], slowest).forEach(say);
    say('');
    const common = compare([...demoExpressions(), ...EXPRESSIONS], await loadFeelin());
    const rows = common.map(({ expression, oursUs, feelinUs }) => [short(expression), us(oursUs), us(feelinUs)]);
    formatTable(['us for an expression, read before', 'ours', 'feelin'], rows).forEach(say);
    say('');
    const sizes = await weigh();
    const weights = sizes.map(({ what, bytes, laterBytes }) => [what, String(bytes), String(laterBytes)]);
    formatTable(['bytes of gzip', 'at once', 'later'], weights).forEach(say);
    say('');
    const goals = checkGoals(hostile[0]?.ms ?? 0, common, sizes);
    formatGoals('FEEL', goals).forEach(say);
    const results = new URL('../../.cache/bench/', import.meta.url);
    mkdirSync(results, { recursive: true });
    const file = new URL('feel.json', results);
    const written = { machine: thisMachine(), hostile, common, sizes, goals };
    writeFileSync(file, `${JSON.stringify(written, undefined, 2)}\n`);
    say('');
    say(`Written to ${fileURLToPath(file)}`);
  },
});

export default bench;

function evaluateHostile(text: string): void {
  evaluate(text, { variables: HOSTILE_VARIABLES, world: stillWorld });
}

/** Both take turns on each expression. */
function compare(expressions: readonly string[], feelin: Feelin): readonly Timed[] {
  return expressions.map((expression) => {
    const ours = (): unknown => evaluate(expression, { variables: VARIABLES, world: stillWorld });
    const theirs = (): unknown => feelin(expression, VARIABLES, 'camunda');
    for (let round = 0; round < WARM_UP; round += 1) {
      ours();
      theirs();
    }
    return { expression, oursUs: median(ROUNDS, wallMs, ours) * 1000, feelinUs: median(ROUNDS, wallMs, theirs) * 1000 };
  });
}

/** Milliseconds of a processor, whatever else runs on the machine. */
function processorMs(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function wallMs(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds that it takes, the median of some rounds. */
function median(rounds: number, measure: (work: () => unknown) => number, work: () => unknown): number {
  return quantile(
    Array.from({ length: rounds }, () => measure(work)),
    0.5,
  );
}

function checkGoals(slowestMs: number, common: readonly Timed[], sizes: readonly Size[]): GoalResult[] {
  const slower = common.filter(({ oursUs, feelinUs }) => oursUs > feelinUs);
  const preview = sizes.find(({ laterBytes }) => laterBytes > 0);
  return [
    atMost('slowest hostile expression, ms of processor time', slowestMs, MAX_HOSTILE_MS, 1),
    atMost(`expressions of ${common.length} that are slower than in feelin`, slower.length, 0, 0),
    atMost('what a preview loads at once, bytes of gzip', preview?.bytes ?? NaN, MAX_PREVIEW_BYTES, 0),
  ];
}

function us(value: number): string {
  return value.toFixed(1);
}

function short(expression: string): string {
  const line = expression.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
