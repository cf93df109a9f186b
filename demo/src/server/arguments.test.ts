import { describe, expect, it } from 'vitest';
import { DEFAULT_PORT, HELP, readArguments } from './arguments.ts';

describe('the command line', () => {
  it('without options starts on the default port, with the local bus', () => {
    expect(readArguments([])).toEqual({
      kind: 'start',
      port: DEFAULT_PORT,
      aws: false,
      engine: false,
      open: false,
      watch: false,
    });
  });

  it('takes a port and the switch to AWS', () => {
    expect(readArguments(['--port', '0', '--aws'])).toMatchObject({ kind: 'start', port: 0, aws: true });
  });

  it.each(['x', '70000', '-1', ''])('refuses the port "%s" and says what to write', (port) => {
    const result = readArguments([`--port=${port}`]);
    expect(result).toMatchObject({ kind: 'wrong', message: expect.stringContaining(`found "${port}"`) as string });
  });

  it('refuses an option that it does not have, and names the one that was meant', () => {
    const message = 'There is no flag --prot. Did you mean --port?';
    expect(readArguments(['--prot', '1'])).toEqual({ kind: 'wrong', message });
  });

  it('explains every option', () => {
    expect(readArguments(['--help'])).toEqual({ kind: 'help' });
    for (const option of ['--port', '--open', '--aws', '--engine', '--watch', '--help']) expect(HELP).toContain(option);
  });
});
