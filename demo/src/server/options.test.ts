import { startProgram } from '@eventbridge-kit/node-kit/options';
import { describe, expect, it } from 'vitest';
import { PROGRAM } from './options.ts';

function start(...args: string[]) {
  const said = { out: '', err: '' };
  const started = startProgram(PROGRAM, {
    args,
    version: '1.2.3',
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { ...started, ...said };
}

describe('the command line', () => {
  it('without options starts on the default port, with the local bus', () => {
    expect(start()).toMatchObject({
      run: true,
      options: { port: 8137, aws: false, engine: false, open: false, watch: false },
    });
  });

  it('takes a port and the switch to AWS', () => {
    expect(start('--port', '0', '--aws')).toMatchObject({ run: true, options: { port: 0, aws: true } });
  });

  it.each(['x', '70000', '-1', ''])('refuses the port "%s" and says what to write', (port) => {
    const err = `--port cannot be used: found "${port}". Write a whole number from 0 to 65535.\nSee npm start -- --help.\n`;
    expect(start(`--port=${port}`)).toMatchObject({ run: false, exitCode: 2, err });
  });

  it('refuses an option that it does not have, and names the one that was meant', () => {
    const err = 'There is no such flag: found "--prot". Did you mean --port?\nSee npm start -- --help.\n';
    expect(start('--prot', '1')).toMatchObject({ run: false, exitCode: 2, err });
  });

  it('explains every option', () => {
    const { out } = start('--help');
    for (const option of ['--port', '--open', '--aws', '--engine', '--watch', '--help']) expect(out).toContain(option);
  });
});
