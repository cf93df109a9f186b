import type { EntryError, SentEntry } from '../entry.ts';
import type { Exchange, FaultHooks, FaultWorld } from './fault.ts';
import type { ParsedFault } from './parse-fault.ts';
import { Trigger } from './schedule.ts';

interface Installed {
  readonly id: number;
  readonly fault: ParsedFault;
  readonly trigger: Trigger;
  readonly hooks: FaultHooks;
}

/** Faults installed at once; an endless script would grow without end. */
const MAX_FAULTS = 1000;

/** The installed faults, in the order in which they were added; one that is spent goes away. */
export class Faults {
  readonly #world: FaultWorld;
  readonly #random: () => number;
  #installed: Installed[] = [];
  #nextId = 1;

  constructor(world: FaultWorld, random: () => number) {
    this.#world = world;
    this.#random = random;
  }

  /** Returns the fault's id; throws beyond 1,000 faults. */
  add(fault: ParsedFault): number {
    if (this.#installed.length >= MAX_FAULTS)
      throw new RangeError(`There are ${MAX_FAULTS} faults already; clear them first.`);
    const id = this.#nextId++;
    this.#installed.push({
      id,
      fault,
      trigger: new Trigger(fault.schedule, this.#random),
      hooks: fault.build(this.#world),
    });
    return id;
  }

  list(): { id: number; spec: Readonly<Record<string, string>> }[] {
    return this.#installed.map(({ id, fault }) => ({ id, spec: fault.spec }));
  }

  /** One fault, or all of them. */
  clear(id?: number): void {
    this.#installed = id === undefined ? [] : this.#installed.filter((one) => one.id !== id);
  }

  /** Faults that strike this call, fixed now, so that before and after are of the same ones. */
  strike(operation: string): CallFaults {
    const hooks = this.#installed
      .filter(({ fault, hooks }) => fault.counts === 'calls' && !hooks.entry)
      .filter(({ trigger }) => trigger.strikes(operation))
      .map((one) => one.hooks);
    this.#dropSpent();
    return new CallFaults(hooks);
  }

  /** The error that a fault gives this entry. */
  entryError(operation: string, entry: SentEntry): EntryError | undefined {
    for (const { hooks, trigger } of this.#installed) {
      // The hook is asked first: an entry that the fault does not mean is no chance for it.
      const error = trigger.spent ? undefined : hooks.entry?.(entry);
      if (!error || !trigger.strikes(operation)) continue;
      this.#dropSpent();
      return error;
    }
    return undefined;
  }

  #dropSpent(): void {
    if (this.#installed.some(({ trigger }) => trigger.spent))
      this.#installed = this.#installed.filter(({ trigger }) => !trigger.spent);
  }
}

export class CallFaults {
  readonly #hooks: readonly FaultHooks[];

  constructor(hooks: readonly FaultHooks[]) {
    this.#hooks = hooks;
  }

  /** True when a fault answered the call. */
  async before(exchange: Exchange): Promise<boolean> {
    for (const hook of this.#hooks) if (await hook.before?.(exchange)) return true;
    return false;
  }

  /** True when a fault answered the call, though it ran. */
  async after(exchange: Exchange): Promise<boolean> {
    for (const hook of this.#hooks) if (await hook.after?.(exchange)) return true;
    return false;
  }
}
