import { DEFAULT_EVENT_BUS_NAME, parseEventBusArn, partitionOf } from '@eventbridge-kit/eventbridge';
import { Rules } from './rules.ts';

export interface EventBus {
  readonly accountId: string;
  readonly name: string;
  readonly description?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly rules: Rules;
}

/** Who asks for a bus, and where: a plain name means a bus of their own account. */
export interface Caller {
  readonly accountId: string;
  readonly region: string;
}

/** Accounts known at once; beyond, an assumed role's account has no bus. */
const MAX_ACCOUNTS = 1000;

/** The event buses of each account, the same in every region. */
export class EventBuses {
  readonly #accounts = new Map<string, Map<string, EventBus>>();

  /** Makes an account known, with its default bus; one that is known stays as it is. */
  addAccount(accountId: string, now: number): void {
    if (this.#accounts.has(accountId) || this.#accounts.size >= MAX_ACCOUNTS) return;
    this.#accounts.set(accountId, new Map());
    this.add(accountId, DEFAULT_EVENT_BUS_NAME, now);
  }

  add(accountId: string, name: string, createdAt: number, description?: string): EventBus {
    const bus = { accountId, name, createdAt, rules: new Rules(), ...(description !== undefined && { description }) };
    this.#accounts.get(accountId)?.set(name, bus);
    return bus;
  }

  remove(accountId: string, name: string): void {
    this.#accounts.get(accountId)?.delete(name);
  }

  /** In the order of their names. */
  list(accountId: string): EventBus[] {
    return [...(this.#accounts.get(accountId)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The bus that a name of the caller's account, or an ARN in the caller's region, means. */
  find(nameOrArn: string, { accountId, region }: Caller): EventBus | undefined {
    const arn = parseEventBusArn(nameOrArn);
    if (!arn) return this.#accounts.get(accountId)?.get(nameOrArn);
    return arn.region === region ? this.#accounts.get(arn.accountId)?.get(arn.name) : undefined;
  }
}

/** ARN of a bus, or of what a refusal is about. */
export function eventBusArn(accountId: string, name: string, region: string): string {
  return `arn:${partitionOf(region) ?? 'aws'}:events:${region}:${accountId}:event-bus/${name}`;
}
