import { isDeepStrictEqual } from 'node:util';
import type { FieldResult } from '@eventbridge-kit/connector';
import type { Json } from '@eventbridge-kit/issue';
import type { Cases } from './cases/index.ts';
import type { EngineValue } from './recording.ts';

/**
 * Whether our evaluation gives what the engine gives. Unknown: ours says itself that it cannot tell. Newer: the engine
 * does not have the function yet.
 */
export type Verdict = 'agree' | 'differ' | 'unknown' | 'newer';

/** What ours makes of an expression. */
export type OursResult = Pick<FieldResult, 'status' | 'value' | 'message'>;

/** One expression, what each engine makes of it, the newest engine last, and what we do. */
export interface OracleRow {
  readonly expression: string;
  readonly engines: readonly EngineValue[];
  readonly ours: OursResult;
  /** It calls a function that the engines do not have yet. */
  readonly newer: boolean;
}

/** Our evaluation beside the newest engine's. */
export function verdictOf({ engines, ours, newer }: OracleRow): Verdict {
  if (ours.status === 'unknown') return 'unknown';
  const engine = engines.at(-1);
  if (engine?.kind !== 'value') return ours.status === 'failed' ? 'agree' : 'differ';
  if (ours.status === 'ok' && isDeepStrictEqual(ours.value, engine.value)) return 'agree';
  return newer ? 'newer' : 'differ';
}

/** The page that shows all of it. */
export function oraclePage(
  engineNames: readonly string[],
  groups: readonly (readonly [string, Cases])[],
  rows: ReadonlyMap<string, OracleRow>,
): string {
  const all = [...rows.values()].map(verdictOf);
  const count = (verdict: Verdict): string => String(all.filter((one) => one === verdict).length);
  return [
    '# FEEL: the engine and our evaluation side by side',
    '',
    'Each expression is evaluated as an input mapping by Camunda engines (broker 8.6.0 until November 2026, the in-memory',
    'engine at each change), by their FEEL library alone, which knows no mapping, no static text and no functions of the',
    "engine's own, and by the evaluation that Test send and the worker use. The last engine decides.",
    '*Unknown* means that ours says itself that it cannot tell: a preview then shows the field as unknown, never as wrong.',
    '*Newer* means that the engines here do not have the function yet and give null, where ours follows the documentation.',
    'An empty cell: the same as the cell before it.',
    '',
    '`npm test` compares this page with our evaluation (`npm run unit -- feel-oracle -u` writes it anew), and',
    '`npm run test:engine` the recorded values with those of the engines (`npm run test:engine -- feel-oracle -u`).',
    '',
    `${String(all.length)} expressions: ${count('agree')} agree, ${count('differ')} differ, ${count('unknown')} unknown, ${count('newer')} newer.`,
    ...groups.flatMap(([title, cases]) => ['', `## ${title}`, ...tablesOf(engineNames, cases, rows)]),
    '',
  ].join('\n');
}

function tablesOf(engineNames: readonly string[], cases: Cases, rows: ReadonlyMap<string, OracleRow>): string[] {
  return [
    '',
    line(['', 'expression', ...engineNames, 'ours', 'verdict']),
    line(['', '', ...engineNames, '', ''].map(() => '---')),
    ...Object.entries(cases).flatMap(([name, expressions]) =>
      expressions.map((expression, index) => {
        const row = rows.get(expression);
        if (row === undefined) throw new Error(`${expression} was not evaluated`);
        const verdict = verdictOf(row);
        const cells = [...shownEngines(row.engines), verdict === 'agree' ? '' : showOurs(row.ours), verdict];
        return line([index === 0 ? name : '', code(expression), ...cells]);
      }),
    ),
  ];
}

/** An engine's cell is empty when it gives what the one before it gives. */
function shownEngines(engines: readonly EngineValue[]): string[] {
  return engines.map((engine, index) => {
    const before = engines[index - 1];
    return before !== undefined && showEngine(before) === showEngine(engine) ? '' : showEngine(engine);
  });
}

function showEngine(engine: EngineValue): string {
  return engine.kind === 'value' ? codeOf(engine.value) : engine.kind;
}

function showOurs(ours: OursResult): string {
  return ours.value === undefined ? ours.status : codeOf(ours.value);
}

function codeOf(value: Json): string {
  return code(JSON.stringify(value));
}

/** As code in a cell of a table; an expression may be empty or hold a bar or a line break. */
function code(text: string): string {
  if (text === '') return '(nothing)';
  const shown = text.replaceAll('|', '\\|').replaceAll('\n', '↵').replaceAll('\t', '⇥');
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
