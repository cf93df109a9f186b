import { parseEventPattern, parseMatchableEvent, TOO_COMPLEX } from '@eventbridge-kit/eventbridge';
import { generatePatternCases } from './generate.ts';
import { REASONS, type ComparedCase } from './reasons.ts';
import { askRuler, type PatternAnswer, type PatternCase } from './ruler.ts';

export interface DifferentialReport {
  readonly lines: readonly string[];
  /** No difference without a reason. */
  readonly holds: boolean;
  readonly compared: readonly ComparedCase[];
}

/** Examples of each kind of difference that are shown. */
const MAX_EXAMPLES = 3;

/** Compares our matcher with AWS's own on generated patterns and events. */
export async function comparePatterns(count: number, seed: number): Promise<DifferentialReport> {
  const cases = generatePatternCases(count, seed);
  const answers = await askRuler(cases, TOO_COMPLEX);
  const compared = cases.map((one, index) => ({ ...one, theirs: answers[index] ?? 'refused', ...answerOurs(one) }));
  const tally = (answer: PatternAnswer): string =>
    `${String(compared.filter(({ theirs }) => theirs === answer).length)} ${answer}`;
  const differing = compared.filter(({ ours, theirs }) => ours !== theirs);
  const unexplained = differing.filter((one) => !REASONS.some((reason) => reason.covers(one)));
  const lines = REASONS.flatMap((reason) =>
    examples(
      differing.filter((one) => reason.covers(one)),
      reason.why,
    ),
  );
  return {
    lines: [
      ...lines,
      ...examples(unexplained, 'Differences without a reason'),
      `${String(count)} cases (theirs: ${(['true', 'false', 'refused', 'complex'] as const).map(tally).join(', ')}): ` +
        `${String(differing.length)} differ, ${String(unexplained.length)} without a reason.`,
    ],
    holds: unexplained.length === 0,
    compared,
  };
}

function answerOurs({ pattern, event }: PatternCase): { ours: PatternAnswer; message: string } {
  const [parsed, read] = [parseEventPattern(pattern), parseMatchableEvent(event)];
  if (!read.ok) throw new TypeError(`${read.message} ${event}`);
  if (parsed.ok) return { ours: parsed.pattern.matches(read.event) ? 'true' : 'false', message: '' };
  return { ours: parsed.message.startsWith('Rule is too complex') ? 'complex' : 'refused', message: parsed.message };
}

function examples(cases: readonly ComparedCase[], title: string): string[] {
  if (cases.length === 0) return [];
  const shortest = [...cases].sort((a, b) => a.pattern.length + a.event.length - b.pattern.length - b.event.length);
  return [
    `${String(cases.length)} x ${title}`,
    ...shortest
      .slice(0, MAX_EXAMPLES)
      .map(({ pattern, event, ours, theirs }) => `    ${pattern}  ${event}  ours ${ours}, theirs ${theirs}`),
  ];
}
