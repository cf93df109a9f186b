import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { meantFlag, refusedArguments } from './refused-arguments.ts';

const FLAGS = ['health-port', 'health-host', 'drain-timeout-ms', 'help', 'watch'];

/** What is told of arguments that `parseArgs` refuses. */
function told(...args: string[]): string {
  const options = Object.fromEntries(FLAGS.map((flag) => [flag, { type: 'string' as const }]));
  try {
    parseArgs({ args, options });
    return '';
  } catch (error) {
    return refusedArguments(error, args, FLAGS);
  }
}

describe('arguments that are refused', () => {
  it.each([
    ['a slip', ['--helth-port', '8090'], 'There is no flag --helth-port. Did you mean --health-port?'],
    ['another style', ['--healthPort=8090'], 'There is no flag --healthPort. Did you mean --health-port?'],
    ['a missing unit', ['--drain-timeout', '1'], 'There is no flag --drain-timeout. Did you mean --drain-timeout-ms?'],
    ['a missing dash', ['-health-port', '1'], 'There is no flag -health-port. Did you mean --health-port?'],
    ['two that it may be', ['--health', '1'], 'There is no flag --health.'],
    ['none that is near', ['--nope'], 'There is no flag --nope.'],
  ])('name the flag after %s', (_what, args, message) => {
    expect(told(...args)).toBe(message);
  });

  it.each([
    ['a letter', ['-x'], /^Unknown option '-x'\.$/],
    ['no value', ['--watch'], /^Option '--watch <value>' argument missing\.$/],
    ['a stray word', ['stray'], /^Unexpected argument 'stray'\.$|'stray'/],
  ])('are told in the words of Node for %s', (_what, args, message) => {
    expect(told(...args)).toMatch(message);
  });

  it('do not repeat the value of a flag, which may be a secret', () => {
    expect(told('--client-secret=hush')).toBe('There is no flag --client-secret.');
  });

  it('stop at --', () => {
    expect(told('-x', '--', '--helth-port')).toBe("Unknown option '-x'.");
  });
});

describe('a flag that was meant', () => {
  it('is not guessed from too little', () => {
    expect(meantFlag('wa', FLAGS)).toBeUndefined();
    expect(meantFlag('wat', FLAGS)).toBe('watch');
  });
});
