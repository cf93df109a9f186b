import { describe, expect, it } from 'vitest';
import { onEngine } from '@eventbridge-kit/testkit/engine/on-engines';
import { EXPRESSIONS, VARIABLES } from './cases/index.ts';
import { evaluateOnEngine } from './engine-feel.ts';
import { NOW, ZONE } from './differential/ours.ts';
import { startFeelLibrary, type LibraryAnswer } from './library/library.ts';
import { LIBRARY_NAME, recordingFile, recordingText, type EngineValue } from './recording.ts';

async function compare(engineName: string, values: readonly EngineValue[]): Promise<void> {
  const recording = Object.fromEntries(values.map((value, index) => [EXPRESSIONS[index] ?? '', value]));
  await expect(recordingText(recording)).toMatchFileSnapshot(recordingFile(engineName));
}

const TITLE = 'gives for every expression the value that is recorded of it';

onEngine({
  own: (current) => {
    it(TITLE, async () => {
      await compare(current().engine.name, await evaluateOnEngine(current(), EXPRESSIONS, VARIABLES));
    });
  },
});

describe(LIBRARY_NAME, () => {
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
