import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { isRunning } from '../machine/cache.ts';
import { EngineProcess } from './engine-process.ts';

/** A stand-in for an engine: says that it is up and who it is, echoes its input, stays. */
const program = {
  command: process.execPath,
  args: ['-e', 'process.stdin.on("data", (text) => console.log("echo " + text)); console.log("up " + process.pid);'],
  env: { NODE_OPTIONS: '' },
};

const open: EngineProcess[] = [];

async function started(): Promise<{ engine: EngineProcess; pid: number }> {
  const engine = new EngineProcess(() => undefined);
  open.push(engine);
  engine.start(program);
  return { engine, pid: Number((await engine.nextLine('up')).slice(3)) };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((engine) => engine.close()));
});

describe('the process of an engine', () => {
  it('takes lines and answers them', async () => {
    const { engine } = await started();
    const answer = engine.nextLine('echo');
    engine.write('clock 5\n');
    expect(await answer).toBe('echo clock 5');
  });

  it('is gone with its data when it is closed', async () => {
    const { engine, pid } = await started();
    expect(existsSync(engine.folder)).toBe(true);
    await engine.close();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(engine.folder)).toBe(false);
  });

  it('keeps its data when it is killed, and starts again', async () => {
    const { engine, pid } = await started();
    await engine.kill('SIGKILL');
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(engine.folder)).toBe(true);
    engine.start(program);
    await engine.nextLine('up');
    expect(engine.isRunning).toBe(true);
  });

  it('fails with its last words when it ends too early', async () => {
    const engine = new EngineProcess(() => undefined);
    open.push(engine);
    engine.start({ ...program, args: ['-e', 'console.error("port in use"); process.exit(3)'] });
    await expect(engine.nextLine('up')).rejects.toThrow(/exit code 3[^]*port in use/);
  });

  it('ends with the process that started it, even when that is killed', async () => {
    const supervisor = fileURLToPath(new URL('supervise.js', import.meta.url));
    const script = `
      const child = require('node:child_process').fork(${JSON.stringify(supervisor)}, [], { execArgv: [] });
      child.send({ type: 'start', ...${JSON.stringify(program)} });`;
    const host = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'], env: {} });
    await new Promise((up) => host.stdout.once('data', up));
    host.kill('SIGKILL');
    // The pipe closes only when the last process that could write to it is gone: the engine holds it too.
    await new Promise((closed) => host.stdout.once('close', closed));
  });
});
