import { describe, expect, it } from 'vitest';
import { jsonProblem } from './json-problem.ts';

describe('a broken JSON file', () => {
  it('tells line and cause', () => {
    const text = '{\n  "id": "x",\n  "name" "y"\n}';
    expect(jsonProblem(parseError(text), text)).toMatchObject({
      line: 3,
      cause: expect.stringMatching(/^(Unexpected string|Expected)/) as string,
    });
  });

  it('that ends too early tells its last line', () => {
    const text = '{\n  "id": "x",\n';
    expect(jsonProblem(parseError(text), text)).toMatchObject({ line: 2 });
  });
});

function parseError(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the text was expected to be broken');
}
