import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface RunOptions {
  readonly cwd?: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A command that ended badly. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

/** Windows starts a `.cmd` or `.bat` only through its shell. */
function needsShell(command: string): boolean {
  return /\.(cmd|bat)$/i.test(command);
}

/** Runs a command in sight of the user and gives its exit code; 127 when it cannot be started. */
export function exitCode(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: needsShell(command),
      env: { ...process.env, ...options.env },
      ...(options.cwd !== undefined && { cwd: options.cwd }),
    });
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}

/** Runs a command in sight of the user; throws `CommandFailed` when it ends badly. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const code = await exitCode(command, args, options);
  if (code !== 0) throw new CommandFailed(`${command} ${args.join(' ')}: exit code ${String(code)}`);
}

/** Runs a command out of sight; throws `CommandFailed` with all that it printed when it ends badly. */
export async function runQuietly(command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: needsShell(command),
    env: { ...process.env, ...options.env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => printed.push(text));
  }
  const code = await new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (status) => resolve(status ?? 1));
  });
  if (code === 0) return;
  throw new CommandFailed([`${command} ${args.join(' ')}: exit code ${String(code)}`, ...printed].join('\n').trim());
}

/** What a quick command prints, standard output first; undefined when it fails or takes more than two minutes. */
export function ask(command: string, args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 120_000,
    shell: needsShell(command),
  });
  return status === 0 ? `${stdout}${stderr}` : undefined;
}

/** Every program of this name on the PATH, in its order. */
export function onPath(name: string, env: NodeJS.ProcessEnv = process.env): string[] {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))).filter(isProgram);
}

/** Whether a file is there that this user may run. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
