import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Longest that a command may take. */
const COMMAND_MS = 300_000;

/** Longest that is waited for what a program says, or its page shows. */
const PATIENCE_MS = 60_000;

/** How long a program may take to end after Ctrl-C. */
const END_MS = 20_000;

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A program that runs until Ctrl-C. */
interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly printed: string[];
}

/** What runs now, each in a group of its own: it must not outlive this process. */
const running = new Set<ChildProcess>();

process.once('exit', () => running.forEach((child) => signal(child, 'SIGKILL')));

/**
 * The terminals of a reader who follows a README in one folder: a first one that keeps what is exported in it, and one
 * more for each program that runs until Ctrl-C.
 */
export class ReaderSession {
  readonly folder: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #exported: string;
  readonly #patienceMs: number;
  readonly #programs: Running[] = [];

  /** @param exported a file in which the session keeps the variables of its first terminal */
  constructor(folder: string, env: NodeJS.ProcessEnv, exported: string, patienceMs: number = PATIENCE_MS) {
    this.folder = folder;
    this.#env = env;
    this.#exported = exported;
    this.#patienceMs = patienceMs;
  }

  /** Runs commands to their end. */
  async run(commands: string): Promise<Ended> {
    const { ended, printed, child } = this.#start(`${commands}\nexport -p > ${this.#exported}`);
    const timer = setTimeout(() => signal(child, 'SIGKILL'), COMMAND_MS);
    const code = await ended;
    clearTimeout(timer);
    return { code, output: printed.join('') };
  }

  /** Starts a program that runs until Ctrl-C; waits until it has said something that is wanted, or ended. */
  async start(commands: string, isReady: (output: string) => boolean): Promise<Ended | undefined> {
    const program = this.#start(commands);
    this.#programs.push(program);
    const code = await Promise.race([
      program.ended,
      this.#until(() => isReady(program.printed.join('')), this.#patienceMs),
    ]);
    const output = program.printed.join('');
    // A reader copies the lines that set variables into the first terminal.
    const lines = output.split('\n').filter((line) => line.startsWith('export '));
    if (lines.length > 0) await this.run(lines.join('\n'));
    return code === true ? undefined : { code: code === false ? null : code, output };
  }

  /** What all programs that run until Ctrl-C have printed. */
  get printed(): string {
    return this.#programs.map(({ printed }) => printed.join('')).join('\n');
  }

  /** Waits for something that the programs do; false when it does not come. */
  async waitFor(isTrue: () => boolean | Promise<boolean>): Promise<boolean> {
    return this.#programs.length === 0 ? isTrue() : this.#until(isTrue, this.#patienceMs);
  }

  /** Presses Ctrl-C; gives the commands of programs that do not end. */
  async end(): Promise<number> {
    let stuck = 0;
    for (const { child, ended } of this.#programs) {
      signal(child, 'SIGINT');
      const timer = setTimeout(() => {
        stuck += 1;
        signal(child, 'SIGKILL');
      }, END_MS);
      await ended;
      clearTimeout(timer);
    }
    this.#programs.length = 0;
    return stuck;
  }

  #start(script: string): Running {
    const before = existsSync(this.#exported) ? `. ${this.#exported}\n` : '';
    const started = collect(
      spawn('bash', ['-euo', 'pipefail', '-c', `${before}cd ${JSON.stringify(this.folder)}\n${script}`], {
        cwd: this.folder,
        env: this.#env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true, // a group of its own, as a terminal gives it
      }),
    );
    running.add(started.child);
    void started.ended.then(() => running.delete(started.child));
    return started;
  }

  async #until(isTrue: () => boolean | Promise<boolean>, patienceMs: number): Promise<boolean> {
    const end = Date.now() + patienceMs;
    while (Date.now() < end) {
      if (await isTrue()) return true;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }
}

/** Runs a program to its end; gives its exit code and what it printed. */
export async function outputOf(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Ended> {
  const { ended, printed } = collect(spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
  return { code: await ended, output: printed.join('') };
}

function collect(child: ChildProcessByStdio<null, Readable, Readable>): Running {
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => printed.push(text));
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', resolve);
  });
  return { child, ended, printed };
}

/** To a program and all that it started. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, name);
  } catch {
    // it has ended
  }
}

/** Variables that a reader does not have: of this checkout, of what runs it, of accounts and clusters. */
const OURS =
  /^(?:AWS_(?!CA_BUNDLE)|ZEEBE_|CAMUNDA_|SECRET_|npm_|VITEST|NODE_(?:OPTIONS|ENV|PATH)$|FORCE_COLOR$|INIT_CWD$|XDG_|CI$)/;

/** The environment of a reader: a home of its own, and a Node of one version. */
export function readerEnv(home: string, nodeFolder: string, npmCache: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.endsWith('node_modules/.bin'));
  return {
    ...Object.fromEntries(kept),
    PATH: [nodeFolder, ...path].join(':'),
    HOME: home,
    NO_COLOR: '1',
    npm_config_cache: npmCache,
    npm_config_userconfig: join(process.env['HOME'] ?? home, '.npmrc'),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}
