/**
 * Holds one engine for the process that forked it, and ends it when that process ends, however it ends. Obeys messages:
 * `start` a program, `write` to its input, `kill` it. The engine's output is this process's own.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/** Folder to remove at the end, where the engine keeps its data. */
const [, , dataFolder] = process.argv;

let child;

function start({ command, args, env }) {
  child = spawn(command, args, {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    cwd: dataFolder,
  });
  child.stdin.on('error', () => undefined);
  child.once('error', (error) => ended(null, error.message));
  child.once('exit', (code, signal) => ended(code, signal));
}

function ended(code, signal) {
  child = undefined;
  if (process.connected) process.send({ type: 'ended', code, signal });
}

function leave() {
  if (dataFolder !== undefined) rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  process.exit();
}

/** Leaves only when the engine has: it would write into the folder that is being removed. */
function end() {
  if (child === undefined) leave();
  child.once('exit', leave);
  child.kill('SIGKILL');
}

process.on('message', (message) => {
  if (message.type === 'start') start(message);
  if (message.type === 'write') child?.stdin.write(message.text);
  if (message.type === 'kill') child?.kill(message.signal);
});
process.on('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGHUP', end);
// Ctrl-C reaches the whole group: the process that forked this one decides what follows.
process.on('SIGINT', () => undefined);
