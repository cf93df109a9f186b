import { expect, it } from 'vitest';
import { onEngines } from '../on-engines.ts';
import { EXPRESSIONS, VARIABLES } from './cases/index.ts';
import { evaluateOnEngine } from './engine-feel.ts';
import { recordingFile, recordingText } from './recording.ts';

onEngines((current) => {
  it('gives for every expression the value that is recorded of it', async () => {
    const { engine } = current();
    const values = await evaluateOnEngine(current(), EXPRESSIONS, VARIABLES);
    const recording = Object.fromEntries(values.map((value, index) => [EXPRESSIONS[index] ?? '', value]));
    await expect(recordingText(recording)).toMatchFileSnapshot(recordingFile(engine.name));
  }, 300_000);
});
