import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  anyText,
  EXIT,
  HELP_OPTIONS,
  listOf,
  meantFlag,
  milliseconds,
  oneOf,
  onOrOff,
  option,
  parsed,
  path,
  port,
  readOptions,
  repeated,
  secret,
  startProgram,
  text,
  toggle,
  unknownName,
  variablesOf,
  wholeNumber,
  withDefaults,
} from './index.ts';

const TABLE = {
  ...HELP_OPTIONS,
  address: option({
    flag: 'address',
    env: ['ADDRESS', 'OLD_ADDRESS'],
    kind: text('URL', 'an address'),
    description: 'Where.',
  }),
  port: option({ flag: 'health-port', env: ['PORT'], kind: port(1), description: 'Port.', default: 8080 }),
  waitMs: option({ flag: 'wait-ms', env: ['WAIT'], kind: milliseconds(10, 500), description: 'Wait.', default: 50 }),
  level: option({
    flag: 'level',
    short: 'l',
    kind: oneOf('LEVEL', ['info', 'warn']),
    description: 'Level.',
    default: 'info',
  }),
  push: option({ flag: 'push', env: ['PUSH'], kind: onOrOff(), description: 'Push.', default: true }),
  prefix: option({ env: ['PREFIX'], kind: anyText('PREFIX', 'a text'), description: 'Prefix.', default: 'X_' }),
  types: option({ flag: 'types', kind: listOf(text('TYPES', 'types')), description: 'Types.', default: ['a'] }),
  buses: option({ flag: 'bus', kind: repeated(text('NAME', 'a name')), description: 'Buses.', default: [] }),
  key: option({
    env: ['KEY'],
    kind: secret('KEY', '3 letters', (key) => key.length === 3),
    description: 'Key.',
    defaultText: 'none',
  }),
  ledger: option({ flag: 'ledger', kind: path('FILE'), description: 'File.' }),
  pair: option({
    flag: 'pair',
    kind: parsed('K=V', 'a pair', (value) =>
      value.includes('=') ? { ok: true, value: value.split('=', 2) } : { ok: false, instead: 'Put a = into it.' },
    ),
    description: 'Pair.',
  }),
  quiet: toggle({ flag: 'quiet', description: 'Say nothing.' }),
};

function read(args: string[], env: Record<string, string> = {}) {
  return readOptions(TABLE, { args, env });
}

function messagesOf(args: string[], env: Record<string, string> = {}): string {
  const result = read(args, env);
  return result.ok ? '' : result.messages.join('\n');
}

describe('options', () => {
  it('are complete when nothing is set, by the defaults of the table', () => {
    const result = read([]);
    expect(result.ok && result.options).toEqual({
      ...{ help: false, version: false, address: undefined, port: 8080, waitMs: 50, level: 'info', push: true },
      ...{ prefix: 'X_', types: ['a'], buses: [], key: undefined, ledger: undefined, pair: undefined, quiet: false },
    });
  });

  it('have the types of their kinds', () => {
    const result = read([]);
    if (!result.ok) throw new Error('refused');
    expectTypeOf(result.options.port).toEqualTypeOf<number>();
    expectTypeOf(result.options.level).toEqualTypeOf<'info' | 'warn'>();
    expectTypeOf(result.options.address).toEqualTypeOf<string | undefined>();
    expectTypeOf(result.options.buses).toEqualTypeOf<readonly string[]>();
    expectTypeOf(result.options.quiet).toEqualTypeOf<boolean>();
  });

  it('come from flags before variables, and from the first variable that is not blank', () => {
    const env = { ADDRESS: ' ', OLD_ADDRESS: 'old', PORT: '1', PREFIX: '' };
    expect(read(['--health-port', '2', '-l', 'warn', '--quiet'], env)).toMatchObject({
      options: { address: 'old', port: 2, level: 'warn', quiet: true, prefix: '' },
    });
  });

  it('count once, the last one, or are lists', () => {
    const args = ['--wait-ms=20', '--wait-ms=30', '--bus', 'a', '--bus', 'b', '--types', 'x, y'];
    expect(read(args)).toMatchObject({ options: { waitMs: 30, buses: ['a', 'b'], types: ['x', 'y'] } });
  });

  it('take words where the program does', () => {
    expect(readOptions(TABLE, { args: ['a', '--quiet', '--', '--b'], operands: true })).toMatchObject({
      operands: ['a', '--b'],
    });
  });

  it.each([
    [['--helth-port', '8090'], 'There is no such flag: found "--helth-port". Did you mean --health-port?'],
    [['--healthPort=8090'], 'There is no such flag: found "--healthPort". Did you mean --health-port?'],
    [['--wait', '1'], 'There is no such flag: found "--wait". Did you mean --wait-ms?'],
    [['-health-port', '1'], 'There is no such flag: found "-health-port". Did you mean --health-port?'],
    [['--nope=hush'], 'There is no such flag: found "--nope". Write one of --help, --version, --address, '],
    [['-x'], 'There is no such flag: found "-x". Write one of '],
    [['--health-port'], 'The flag has no value: found "--health-port". Write --health-port PORT.'],
    [['--address', '--quiet'], 'The flag has no value: found "--address" before "--quiet". Write --address URL, or'],
    [['--quiet=yes'], 'The flag takes no value: found "--quiet=yes". Write --quiet.'],
    [['stray'], 'There is nothing to give without a flag: found "stray".'],
    [['--health-port', '0'], '--health-port cannot be used: found "0". Write a whole number from 1 to 65535.'],
    [['--wait-ms', '1e2'], 'found "1e2". Write a whole number of milliseconds from 10 to 500.'],
    [['--level', 'loud'], '--level cannot be used: found "loud". Write one of info, warn.'],
    [['--push', 'constructor'], '--push cannot be used: found "constructor". Write on or off.'],
    [['--types', 'a,,b'], '--types cannot be used: found "a,,b". Write types, several with commas between them.'],
    [['--bus', 'a', '--bus', ' '], '--bus cannot be used: found " ". Write a name.'],
    [['--pair', 'x'], '--pair cannot be used: found "x". Put a = into it.'],
  ])('are refused for %j: %s', (args, message) => {
    expect(messagesOf(args)).toContain(message);
  });

  it('are refused with all that is wrong at once, without secrets', () => {
    const env = { KEY: 'hush', PORT: 'x', OLD_ADDRESS: 'a' };
    expect(messagesOf(['--level', 'y', '--address', 'a'], env)).toBe(
      [
        'PORT cannot be used: found "x". Write a whole number from 1 to 65535.',
        '--level cannot be used: found "y". Write one of info, warn.',
        'KEY cannot be used: found a text of 4 characters. Write 3 letters.',
      ].join('\n'),
    );
    expect(messagesOf(['https://me:hush@x'])).not.toContain('hush');
  });

  it('never throw, and are refused with a message or complete, whatever is written', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('--bus', '--level', '--', '-', '-x', '-lq', '--__proto__', '--help='),
    );
    fc.assert(
      fc.property(fc.array(word), fc.dictionary(fc.constantFrom(...variablesOf(TABLE)), fc.string()), (args, env) => {
        const result = readOptions(TABLE, { args, env });
        if (result.ok) expect(Object.keys(result.options)).toEqual(Object.keys(TABLE));
        else expect(result.messages.every((message) => /: found .*\. .*[.?]$/s.test(message))).toBe(true);
      }),
    );
  });

  it('read back what they write as default', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), (number) => {
        const kind = wholeNumber('N', { min: 0, max: 10 });
        const reading = kind.read(kind.write(number));
        expect(reading).toEqual(number >= 0 && number <= 10 ? { ok: true, value: number } : { ok: false });
      }),
    );
  });

  it('of a caller get the defaults of the table', () => {
    expect(withDefaults(TABLE, { port: 1, address: undefined })).toMatchObject({ port: 1, waitMs: 50, types: ['a'] });
  });

  it('know their variables', () => {
    expect(variablesOf(TABLE)).toEqual(['ADDRESS', 'OLD_ADDRESS', 'PORT', 'WAIT', 'PUSH', 'PREFIX', 'KEY']);
  });
});

describe('a program', () => {
  const start = (args: string[], env: Record<string, string> = {}) => {
    const said = { out: '', err: '' };
    const started = startProgram(
      {
        name: 'prog',
        introduction: `Does it. ${'Very well. '.repeat(10)}\n  verbatim`,
        options: TABLE,
        epilogue: 'The end.',
      },
      { args, env, version: '1.2.3', out: (part) => (said.out += part), err: (part) => (said.err += part) },
    );
    return { ...started, ...said };
  };

  it('starts with its options', () => {
    expect(start(['--wait-ms', '20'])).toMatchObject({ run: true, options: { waitMs: 20 }, out: '', err: '' });
  });

  it('prints help that shows each option with its variables, values and default, whatever else is wrong', () => {
    const { out, ...rest } = start(['-h', '--level', 'loud'], { PORT: 'x' });
    expect(rest).toEqual({ run: false, exitCode: EXIT.ok, err: '' });
    expect(out).toMatch(/^Usage: prog \[options\]\n\nDoes it\. /);
    expect(out).toContain('\n  verbatim\n');
    expect(out).toContain(
      '\n  --health-port PORT\n      Port.\n      Values: 1 to 65535. Default: 8080.\n      Environment: PORT.\n',
    );
    expect(out).toContain('\n  -l, --level LEVEL\n      Level.\n      Values: info, warn. Default: info.\n');
    expect(out).toContain('\n  KEY\n      Key.\n');
    expect(out).toContain('\n      Buses. May be repeated.\n');
    expect(out).toMatch(/\n {2}--quiet\n {6}Say nothing\.\n\nThe end\.\n$/);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('prints its version', () => {
    expect(start(['--version'])).toEqual({ run: false, exitCode: EXIT.ok, out: '1.2.3\n', err: '' });
  });

  it('tells what is wrong with the call', () => {
    const err = '--level cannot be used: found "loud". Write one of info, warn.\nSee prog --help.\n';
    expect(start(['--level', 'loud'])).toEqual({ run: false, exitCode: EXIT.usage, out: '', err });
  });
});

describe('a name that was meant', () => {
  it('is not guessed from too little', () => {
    expect([
      meantFlag('wa', ['watch']),
      meantFlag('wat', ['watch']),
      meantFlag('health', ['health-port', 'health-host']),
    ]).toEqual([undefined, 'watch', undefined]);
  });

  it('is told for other things, too', () => {
    expect(unknownName('command', 'genrate', ['generate'])).toMatch(/found "genrate"\. Did you mean generate\?$/);
    expect(unknownName('command', 'x', ['a', 'b'])).toMatch(/Write one of a, b\.$/);
  });
});
