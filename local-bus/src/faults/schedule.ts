import { decimal, integer, text, type FaultOption, type OptionValues } from './option.ts';

const times: FaultOption<number> = {
  accepts: '1..999999999|forever',
  doc: 'how often it strikes',
  default: 1,
  read: (value) =>
    value === 'forever'
      ? Number.POSITIVE_INFINITY
      : integer({ min: 1, max: 999_999_999, default: 1, doc: '' }).read(value),
};

/** When a fault strikes: options that every kind has. */
export const SCHEDULE_OPTIONS = {
  nth: integer({
    min: 1,
    max: 999_999_999,
    default: 1,
    doc: 'the first call (entry, for entry faults) that it strikes, counted from when it was added',
  }),
  times,
  percent: decimal({
    min: 0,
    max: 100,
    default: 100,
    doc: 'chance of striking each time; below 100 combine with times=forever',
  }),
  operation: text('an operation', 'PutEvents', 'the operation that it strikes'),
};

export type Schedule = OptionValues<typeof SCHEDULE_OPTIONS>;

/** Counts the chances a fault gets, and says which of them it takes. */
export class Trigger {
  readonly schedule: Schedule;
  readonly #random: () => number;
  #seen = 0;
  #struck = 0;

  constructor(schedule: Schedule, random: () => number) {
    this.schedule = schedule;
    this.#random = random;
  }

  strikes(operation: string): boolean {
    if (operation !== this.schedule.operation || this.spent) return false;
    this.#seen += 1;
    if (this.#seen < this.schedule.nth) return false;
    if (this.schedule.percent < 100 && this.#random() * 100 >= this.schedule.percent) return false;
    this.#struck += 1;
    return true;
  }

  /** True once it will never strike again. */
  get spent(): boolean {
    return this.#struck >= this.schedule.times;
  }
}
