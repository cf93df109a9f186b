import { parseMatchableEvent, type EventPattern } from '@eventbridge-kit/eventbridge';

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

/** The rules of one bus. */
export class Rules {
  readonly #byName = new Map<string, Rule>();

  /** Adds the rule, or replaces the one of its name. */
  put(rule: Rule): void {
    this.#byName.set(rule.name, rule);
  }

  find(name: string): Rule | undefined {
    return this.#byName.get(name);
  }

  remove(name: string): void {
    this.#byName.delete(name);
  }

  get size(): number {
    return this.#byName.size;
  }

  /** In the order of their names. */
  list(): Rule[] {
    return [...this.#byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** Names of the enabled rules that the event matches; the envelope is made only where there is a rule to ask. */
  match(envelopeText: () => string): string[] {
    if (this.size === 0) return [];
    const result = parseMatchableEvent(envelopeText());
    if (!result.ok) return [];
    return this.list()
      .filter(({ state, pattern }) => state !== 'DISABLED' && pattern.matches(result.event))
      .map(({ name }) => name);
  }
}
