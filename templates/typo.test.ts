import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendEvent } from './index.ts';

const room = fileURLToPath(new URL('.', import.meta.url));
const cache = join(room, '..', '.cache');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

let copy: string;

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  copy = mkdtempSync(join(cache, 'typo-'));
  cpSync(join(room, 'send-event'), join(copy, 'send-event'), { recursive: true });
  const settings = { composite: false, declaration: false, emitDeclarationOnly: false, noEmit: true };
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.neutral.json',
      compilerOptions: settings,
      files: ['send-event.ts', '../../platform.d.ts'],
    }),
  );
});

afterAll(() => rmSync(copy, { recursive: true }));

describe('a typo in the property id of a condition of send-event.ts', () => {
  it('fails the type check, at the property, with the list of the ids', () => {
    const source = readFileSync(join(room, 'send-event.ts'), 'utf8');
    const typo = source.replace(
      "equals('authentication.type', 'credentials')",
      "equals('authentication.typ', 'credentials')",
    );
    expect(typo).not.toBe(source);
    writeFileSync(join(copy, 'send-event.ts'), typo);

    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', copy], { encoding: 'utf8' });

    expect(status).not.toBe(0);
    const line = 1 + typo.split('\n').findIndex((text) => text.includes("'authentication.accessKey':"));
    expect(stdout).toContain(`send-event.ts(${line},`);
    expect(stdout.match(/error TS/g)).toHaveLength(1);
    // The compiler lists them in an order of its own.
    const [, known = ''] = /no property has the id \\"authentication\.typ\\"; the ids are: ([^"]*)"/.exec(stdout) ?? [];
    expect(known.split(', ').sort()).toEqual(Object.keys(sendEvent.properties).sort());
  });
});
