import {
  pastedAnswer,
  type Answer,
  type PreviewResult,
  type TaskPreview,
  type TaskSource,
} from '@eventbridge-kit/event-job';
import type { Json } from '@eventbridge-kit/issue';
import type { Run } from '../test-send/session.ts';

/** Something that came out otherwise. */
export interface Difference {
  readonly what: 'entry' | 'outcome';
  readonly said: Json;
  readonly got: Json;
}

type Recompute = (
  task: TaskSource,
  variablesText: string,
  answers: Readonly<Record<'actual', Answer>>,
) => Promise<PreviewResult<'actual'>>;

/**
 * Compares what came out with what the preview had said: the entry as it was shown, and the outcome as the preview makes
 * it of the response that really came. An event that no response came for has only its entry compared.
 */
export async function differencesOf(
  said: TaskPreview,
  { report, ran }: Extract<Run, { readonly status: 'done' }>,
  recompute: Recompute,
): Promise<readonly Difference[]> {
  const differences: Difference[] = [];
  const compare = (what: Difference['what'], before: Json | undefined, got: Json | undefined): void => {
    if (before === undefined || got === undefined || JSON.stringify(before) === JSON.stringify(got)) return;
    differences.push({ what, said: before, got });
  };
  compare('entry', stepValue(said, 'entry'), stepValue(report, 'entry'));
  const response = stepValue(report, 'response');
  const actual = response === undefined ? undefined : pastedAnswer(JSON.stringify(response));
  if (actual?.ok !== true || report.outcome === undefined) return differences;
  const again = await recompute(ran.task, ran.variablesText, { actual: actual.answer });
  if (again.ok) compare('outcome', asJson(again.preview.ends?.actual.outcome), asJson(report.outcome));
  return differences;
}

function stepValue({ steps }: Pick<TaskPreview, 'steps'>, name: 'entry' | 'response'): Json | undefined {
  return steps.find(({ step }) => step === name)?.value;
}

/** An outcome consists of JSON, which its interface does not say. */
function asJson(outcome: object | undefined): Json | undefined {
  return outcome as Json | undefined;
}
