import type { JsonObject } from '@eventbridge-kit/connector';
import type { EventPattern } from '@eventbridge-kit/eventbridge';

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
export const RULE_STATES = ['ENABLED', 'DISABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'] as const;

export type RuleState = (typeof RULE_STATES)[number];

export interface Rule {
  readonly name: string;
  readonly eventPattern: string;
  readonly pattern: EventPattern;
  readonly state: RuleState;
  readonly description?: string;
}

/** The rules of each bus, by the bus's name. */
export class Rules {
  private readonly byBus = new Map<string, Map<string, Rule>>();

  /** Adds the rule, or replaces the one of its name. */
  put(busName: string, rule: Rule): void {
    const rules = this.byBus.get(busName) ?? new Map<string, Rule>();
    rules.set(rule.name, rule);
    this.byBus.set(busName, rules);
  }

  find(busName: string, name: string): Rule | undefined {
    return this.byBus.get(busName)?.get(name);
  }

  remove(busName: string, name: string): void {
    this.byBus.get(busName)?.delete(name);
  }

  /** In the order of their names. */
  list(busName: string): Rule[] {
    return [...(this.byBus.get(busName)?.values() ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Names of the enabled rules that the event matches; the envelope is made only where there is a rule to ask. */
  match(busName: string, envelope: () => JsonObject): string[] {
    const enabled = this.list(busName).filter(({ state }) => state !== 'DISABLED');
    if (enabled.length === 0) return [];
    const event = envelope();
    return enabled.filter(({ pattern }) => pattern.matches(event)).map(({ name }) => name);
  }
}
