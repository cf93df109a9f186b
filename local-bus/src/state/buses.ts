import { DEFAULT_EVENT_BUS_NAME, parseEventBusArn, partitionOf } from '@eventbridge-kit/eventbridge';

export interface EventBus {
  readonly name: string;
  readonly description?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** The account's event buses, the same in every region; `default` always exists. */
export class EventBuses {
  readonly accountId: string;
  private readonly byName = new Map<string, EventBus>();

  constructor(accountId: string, names: readonly string[], now: number) {
    this.accountId = accountId;
    for (const name of [DEFAULT_EVENT_BUS_NAME, ...names]) this.byName.set(name, { name, createdAt: now });
  }

  add(bus: EventBus): void {
    this.byName.set(bus.name, bus);
  }

  remove(name: string): void {
    this.byName.delete(name);
  }

  get size(): number {
    return this.byName.size;
  }

  /** In the order of their names. */
  list(): EventBus[] {
    return [...this.byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The bus that a name, or an ARN of this account and region, means. */
  find(nameOrArn: string, region: string): EventBus | undefined {
    const arn = parseEventBusArn(nameOrArn);
    if (!arn) return this.byName.get(nameOrArn);
    return arn.accountId === this.accountId && arn.region === region ? this.byName.get(arn.name) : undefined;
  }

  arnOf(name: string, region: string): string {
    return `arn:${partitionOf(region) ?? 'aws'}:events:${region}:${this.accountId}:event-bus/${name}`;
  }
}
