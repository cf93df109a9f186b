import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program to run and its surroundings. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** How many of the last lines of output are shown when an engine fails. */
const TAIL_LINES = 30;

/** One engine as a process, in a folder of its own that is gone when this process is. */
export class EngineProcess {
  /** The engine's data. */
  readonly folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-engine-'));
  readonly #supervisor: ChildProcess;
  readonly #onLine: (line: string) => void;
  readonly #tail: string[] = [];
  readonly #listeners = new Set<(line: string) => void>();
  #ended: Promise<string> = Promise.resolve('not started');
  #running = false;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
    this.#supervisor = fork(fileURLToPath(new URL('supervise.js', import.meta.url)), [this.folder], {
      execArgv: [],
      env: withoutNodeOptions(process.env),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#supervisor.stdout, this.#supervisor.stderr]) {
      if (stream !== null) createInterface({ input: stream }).on('line', (line) => this.#take(line));
    }
  }

  get isRunning(): boolean {
    return this.#running;
  }

  /** Resolves with the reason when the program has ended. */
  get ended(): Promise<string> {
    return this.#ended;
  }

  start(program: Program): void {
    this.#running = true;
    this.#ended = new Promise((resolve) => {
      const onMessage = (message: { code: number | null; signal: string | null }): void => {
        this.#supervisor.off('message', onMessage);
        this.#running = false;
        resolve(message.signal ?? `exit code ${String(message.code)}`);
      };
      this.#supervisor.on('message', onMessage);
    });
    this.#supervisor.send({ type: 'start', ...program });
  }

  /** Writes to the program's standard input. */
  write(text: string): void {
    this.#supervisor.send({ type: 'write', text });
  }

  /** Ends the program with a signal, and leaves its data. */
  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (!this.#running) return;
    this.#supervisor.send({ type: 'kill', signal });
    await this.#ended;
  }

  /** Resolves with the next line of output that holds this text; rejects when the program ends before. */
  nextLine(text: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const listener = (line: string): void => {
        if (!line.includes(text)) return;
        this.#listeners.delete(listener);
        resolve(line);
      };
      this.#listeners.add(listener);
      void this.#ended.then((why) => {
        this.#listeners.delete(listener);
        reject(this.failure(`the engine ended (${why}) before it wrote "${text}"`));
      });
    });
  }

  /** An error that shows the last lines of output. */
  failure(message: string): Error {
    return new Error([message, ...this.#tail].join('\n  '));
  }

  /** Ends the program, removes its data. */
  async close(): Promise<void> {
    if (!this.#supervisor.connected) return;
    await new Promise<void>((resolve) => {
      this.#supervisor.once('exit', () => resolve());
      this.#supervisor.disconnect();
    });
  }

  #take(line: string): void {
    if (!line.startsWith('record ')) this.#tail.push(line);
    if (this.#tail.length > TAIL_LINES) this.#tail.shift();
    for (const listener of this.#listeners) listener(line);
    this.#onLine(line);
  }
}

/** Loaders of this process are not the supervisor's. */
function withoutNodeOptions(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, NODE_OPTIONS: '' };
}
