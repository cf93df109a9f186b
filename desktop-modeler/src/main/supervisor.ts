import { randomBytes } from 'node:crypto';
import type { ServiceState } from '../contract.ts';

/** The service's thread, as far as it is watched: Node's `Worker`, or a test's stand-in. */
export interface ServiceThread {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<unknown>;
}

/** What the thread is started with. */
export interface ThreadData {
  readonly token: string;
}

export interface SupervisorOptions {
  readonly startThread: (data: ThreadData) => ServiceThread;
  /** Hears each change of the state. */
  readonly onState: (state: ServiceState) => void;
}

/** A service that ended is started again so many times; one that keeps ending is left alone, and said to be. */
const MAX_RESTARTS = 3;

/** Characters of the token: 24 random bytes. The origin `null` is served, so it alone keeps other pages out. */
const TOKEN_BYTES = 24;

/**
 * Runs the test-send service in a thread of its own: an evaluation that takes its time holds up neither Modeler's windows
 * nor its menus, and a service that dies takes nothing with it.
 */
export class Supervisor {
  readonly #options: SupervisorOptions;
  #thread: ServiceThread | undefined;
  #state: ServiceState = { status: 'starting' };
  #restarts = 0;
  #isStopped = false;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get state(): ServiceState {
    return this.#state;
  }

  /** Does nothing while the service runs. */
  start(): void {
    if (this.#thread || this.#isStopped) return;
    this.#set({ status: 'starting' });
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    let reason: string | undefined;
    try {
      const thread = this.#options.startThread({ token });
      this.#thread = thread;
      thread.on('message', (message) => {
        const url = urlOf(message);
        if (url !== undefined && thread === this.#thread) this.#set({ status: 'running', url, token });
      });
      thread.on('error', (error) => {
        reason = error.message;
      });
      thread.on('exit', (code) => this.#onExit(thread, reason ?? `it ended with exit code ${code}`));
    } catch (error) {
      this.#set({ status: 'stopped', reason: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Begins anew, by the user's wish. */
  async restart(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    this.#restarts = 0;
    await thread?.terminate();
    this.start();
  }

  /** Ends the service for good. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #onExit(thread: ServiceThread, reason: string): void {
    if (thread !== this.#thread) return;
    this.#thread = undefined;
    if (this.#restarts >= MAX_RESTARTS) {
      this.#set({ status: 'stopped', reason });
      return;
    }
    this.#restarts += 1;
    this.start();
  }

  #set(state: ServiceState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

function urlOf(message: unknown): string | undefined {
  const isRecord = typeof message === 'object' && message !== null && 'url' in message;
  return isRecord && typeof message.url === 'string' ? message.url : undefined;
}
