import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followReadme, type Outcome } from './follow.ts';
import { ReaderSession, readerEnv } from './session.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-readme-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const PAGE = `# A package

\`\`\`bash
export GREETING=hello
\`\`\`

\`word.mjs\`:

\`\`\`js
export const word = 'hello';
\`\`\`

\`greet.mjs\`:

\`\`\`js
import { word } from './word.mjs';
console.log(word, 42);
\`\`\`

\`\`\`bash
node greet.mjs; echo "$GREETING"
\`\`\`

\`\`\`text
hello 42
hello
\`\`\`

_Runs until Ctrl-C._

\`\`\`bash
node -e 'console.log("export PORT=4010"); setInterval(() => {}, 1000)'
\`\`\`

\`\`\`text
export PORT=4010
\`\`\`

\`\`\`bash
test "$PORT" = 4010
\`\`\`

_Needs a Camunda 8 cluster._

\`\`\`bash
exit 7
\`\`\`
`;

async function follow(page: string): Promise<Outcome[]> {
  const session = new ReaderSession(
    folder,
    readerEnv(folder, dirname(process.execPath), folder),
    join(folder, '.exported'),
  );
  return followReadme(page, session, { tarballs: new Map() });
}

/** The README with something wrong in it, and what is told of it. */
async function failuresOf(page: string): Promise<string[]> {
  return (await follow(page)).flatMap(({ line, failure }) => (failure === undefined ? [] : [`${line}: ${failure}`]));
}

describe('a README that is followed', () => {
  it('is done as it says', async () => {
    const outcomes = await follow(PAGE);
    expect(outcomes.filter(({ failure }) => failure !== undefined)).toEqual([]);
    expect(outcomes.map(({ line, what, did }) => `${line} ${what}: ${did}`)).toEqual([
      '3 export GREETING=hello: ran',
      '9 word.mjs: written',
      '15 greet.mjs: written',
      '20 node greet.mjs; echo "$GREETING": ran',
      '24 its output: shown',
      expect.stringMatching(/^31 node .*: started$/),
      '35 its output: shown',
      '39 test "$PORT" = 4010: ran',
      '45 exit 7: needs',
    ]);
  });

  it('fails where a program lacks an import', async () => {
    expect(
      await failuresOf('`greet.mjs`:\n\n```js\nconsole.log(word);\n```\n\n```bash\nnode greet.mjs\n```\n'),
    ).toEqual([
      expect.stringContaining("3: error TS2304: Cannot find name 'word'"),
      expect.stringContaining('7: exit code 1, not 0'),
    ]);
  });

  it('fails where it shows what is not printed', async () => {
    expect(await failuresOf('```bash\necho hello\n```\n\n```text\ngood day\n```\n')).toEqual([
      expect.stringContaining('5: no line has\ngood day\nin\nhello'),
    ]);
  });

  it('fails where a command fails, or does not', async () => {
    expect(await failuresOf('```bash\nfalse\n```\n')).toEqual(['1: exit code 1, not 0\n']);
    expect(await failuresOf('_Ends with exit code 3._\n\n```bash\ntrue\n```\n')).toEqual(['3: exit code 0, not 3\n']);
  });

  it('fails where its reader is not told what to do', async () => {
    expect(await failuresOf('```js\n1;\n```\n\n```\n2\n```\n')).toEqual([
      expect.stringContaining('1: no line before it names its file'),
      expect.stringContaining('5: it has no language'),
    ]);
  });

  it('fails where data cannot be read, or a program does not bundle', async () => {
    const other = "```bash\necho 'export const d = 1;' > b.js\n```\n";
    const page = "_Needs a bundler, such as vite._ `a.js`:\n\n```js\nimport { c } from './b.js';\nc();\n```\n";
    expect(await failuresOf(`${other}\n${page}\n\`\`\`json\n{\n\`\`\`\n`)).toEqual([
      expect.stringMatching(/^7: .*"c" is not exported/s),
      expect.stringMatching(/^12: SyntaxError/),
    ]);
  });
});
