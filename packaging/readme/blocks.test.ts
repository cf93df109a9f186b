import { describe, expect, it } from 'vitest';
import { missingLine, readBlocks } from './blocks.ts';

const PAGE = `# A package

\`\`\`bash
npm install a-package
\`\`\`

Write a definition,
\`notify.ts\`:

\`\`\`ts
export {};
\`\`\`

_Needs a Camunda 8 cluster._ _Runs until Ctrl-C._

\`\`\`bash
npx worker
\`\`\`

It says

<!-- output, made by a script -->

\`\`\`text
12 jobs
\`\`\`

_Ends with exit code 1, since something was found._

\`\`\`bash
npx lint
\`\`\`

\`\`\`js
lost();
\`\`\`

\`\`\`
unsaid
\`\`\`

\`.bpmnlintrc.json\`:

\`\`\`json
{}
\`\`\`

For example

\`\`\`json
[]
\`\`\`
`;

describe('the blocks of a README', () => {
  it('are read with what their reader is told', () => {
    expect(readBlocks(PAGE)).toEqual([
      { line: 3, language: 'bash', code: 'npm install a-package', kind: 'commands', exitCode: 0, stays: false },
      { line: 10, language: 'ts', code: 'export {};', kind: 'file', file: 'notify.ts' },
      {
        line: 16,
        language: 'bash',
        code: 'npx worker',
        kind: 'commands',
        exitCode: 0,
        stays: true,
        needs: 'a Camunda 8 cluster',
      },
      { line: 24, language: 'text', code: '12 jobs', kind: 'output' },
      { line: 30, language: 'bash', code: 'npx lint', kind: 'commands', exitCode: 1, stays: false },
      { line: 34, language: 'js', code: 'lost();', kind: 'unclear', why: expect.stringContaining('file') as string },
      { line: 38, language: '', code: 'unsaid', kind: 'unclear', why: expect.stringContaining('language') as string },
      { line: 44, language: 'json', code: '{}', kind: 'file', file: '.bpmnlintrc.json' },
      { line: 50, language: 'json', code: '[]', kind: 'data' },
    ]);
  });

  it('take no name from the block before them', () => {
    const [, second] = readBlocks('`a.js`:\n\n```js\n1;\n```\n\n```js\n2;\n```\n');
    expect(second?.kind).toBe('unclear');
  });

  it('have an end', () => {
    expect(() => readBlocks('```js\n1;\n')).toThrow('line 1: this block has no end');
  });
});

describe('an expected output', () => {
  it('is there when each line is, in its order; times and ports are any', () => {
    const printed = 'start\n[23:59:01]  one\n\nopen at http://127.0.0.1:51234/ now';
    expect(missingLine('[10:00:00] one\nhttp://127.0.0.1:4010/', printed)).toBeUndefined();
  });

  it('is told by its first line that is not', () => {
    expect(missingLine('one\ntwo\nthree', 'two\none\nthree')).toBe('two');
    expect(missingLine('found "a"', 'found "b"')).toBe('found "a"');
    expect(missingLine('0 failed', '1 failed')).toBe('0 failed');
  });
});
