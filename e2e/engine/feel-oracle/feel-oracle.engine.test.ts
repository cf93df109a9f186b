import { describe, expect, it } from 'vitest';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { EXPRESSIONS, VARIABLES } from './cases/index.ts';
import { evaluateOnEngine } from './engine-feel.ts';
import {
  ANSWERS_FILE,
  answersText,
  asFeel,
  explained,
  readAnswers,
  type Answer,
  type Question,
} from '@eventbridge-kit/testkit/feel/engine-answers';
import { CASES, VARIABLES as CASE_VARIABLES } from '@eventbridge-kit/testkit/feel/one-answer';
import { NOW, ZONE } from './differential/ours.ts';
import { startFeelLibrary, type LibraryAnswer } from './library/library.ts';
import { LIBRARY_NAME, recordingFile, recordingText, type EngineValue } from './recording.ts';

async function compare(engineName: string, values: readonly EngineValue[]): Promise<void> {
  const recording = Object.fromEntries(values.map((value, index) => [EXPRESSIONS[index] ?? '', value]));
  await expect(recordingText(recording)).toMatchFileSnapshot(recordingFile(engineName));
}

/** What ours does not know, it does not say. */
const KNOWN = CASES.filter(([, answer]) => answer !== 'unknown');

const TITLE = 'gives for every expression the value that is recorded of it';

onEngine({
  own: (current) => {
    it(TITLE, async () => {
      const sources = EXPRESSIONS.map((expression) => `=${expression}`);
      await compare(current().engine.name, await evaluateOnEngine(current(), sources, VARIABLES));
    });

    it('gives for every case of all rooms the one answer that they give', async () => {
      const answers = await evaluateOnEngine(
        current(),
        KNOWN.map(([source]) => source),
        CASE_VARIABLES,
      );
      const told = answers.map((answer) => (answer.kind === 'value' ? { value: answer.value } : 'refused'));
      expect(KNOWN.map(([source], at) => [source, told[at]])).toEqual(KNOWN);
    });
  },
});

describe(LIBRARY_NAME, () => {
  it('gives for every question of the room of FEEL the answer that is recorded there', async () => {
    const { lines, ...head } = readAnswers();
    const library = await startFeelLibrary(head);
    try {
      const answers = await library.evaluate(lines.map(asFeel));
      const written = lines.map((line, at) => ({ ...questionOf(line), ...withWarnings(answers[at]) }));
      await expect(answersText({ ...head, lines: written })).toMatchFileSnapshot(ANSWERS_FILE);
    } finally {
      await library.close();
    }
  });

  it(TITLE, async () => {
    const library = await startFeelLibrary({ variables: VARIABLES, now: NOW, zone: ZONE });
    try {
      await compare(LIBRARY_NAME, (await library.evaluate(EXPRESSIONS)).map(withoutWhy));
    } finally {
      await library.close();
    }
  });
});

/** The kind and the value, as an engine would store it. */
function withoutWhy(answer: LibraryAnswer): EngineValue {
  return answer.kind === 'value' ? { kind: answer.kind, value: answer.value } : { kind: answer.kind };
}

function questionOf(line: Question): Question {
  if ('feel' in line) return { feel: line.feel };
  return 'text' in line ? { text: line.text } : { tests: line.tests, input: line.input };
}

function withWarnings(answer: LibraryAnswer | undefined): Answer {
  if (answer?.kind !== 'value') return { end: answer?.kind ?? 'incident' };
  const warnings = explained(answer.warnings ?? []);
  return { value: answer.value, ...(warnings.length > 0 && { warnings }) };
}
