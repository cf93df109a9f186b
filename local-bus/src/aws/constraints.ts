import { AwsError } from './aws-error.ts';

/** What the service model demands of one member; what is wrong is collected, and answered all at once as AWS does. */
export class Constraints {
  readonly #errorName: string;
  readonly #errors: string[] = [];

  /** Services differ in what they call it. */
  constructor(errorName = 'ValidationException') {
    this.#errorName = errorName;
  }

  /** Text of `min` to `max` characters that fits `pattern`; undefined passes. */
  text(
    value: string | undefined,
    at: string,
    { min = 0, max, pattern }: { min?: number; max?: number; pattern?: string },
  ): void {
    if (value === undefined) return;
    if (value.length < min) this.#fail(value, at, `Member must have length greater than or equal to ${min}`);
    if (max !== undefined && value.length > max)
      this.#fail(value, at, `Member must have length less than or equal to ${max}`);
    if (pattern !== undefined && !new RegExp(pattern).test(value)) {
      this.#fail(value, at, `Member must satisfy regular expression pattern: ${pattern}`);
    }
  }

  required(value: unknown, at: string): void {
    if (value === undefined)
      this.#errors.push(`Value null at '${at}' failed to satisfy constraint: Member must not be null`);
  }

  count(list: readonly unknown[] | undefined, at: string, { min, max }: { min: number; max: number }): void {
    if (list === undefined) return;
    const shown = `[${list.length} members]`;
    if (list.length < min) this.#fail(shown, at, `Member must have length greater than or equal to ${min}`);
    if (list.length > max) this.#fail(shown, at, `Member must have length less than or equal to ${max}`);
  }

  range(value: number | undefined, at: string, { min, max }: { min: number; max: number }): void {
    if (value === undefined) return;
    if (value < min) this.#fail(String(value), at, `Member must have value greater than or equal to ${min}`);
    if (value > max) this.#fail(String(value), at, `Member must have value less than or equal to ${max}`);
  }

  oneOf(value: string | undefined, at: string, allowed: readonly string[]): void {
    if (value !== undefined && !allowed.includes(value))
      this.#fail(value, at, `Member must satisfy enum value set: [${allowed.join(', ')}]`);
  }

  /** Throws when anything was wrong. */
  done(): void {
    const { length } = this.#errors;
    if (length === 0) return;
    throw new AwsError(
      this.#errorName,
      `${length} validation error${length === 1 ? '' : 's'} detected: ${this.#errors.join('; ')}`,
    );
  }

  #fail(value: string, at: string, constraint: string): void {
    const shown = value.length > 200 ? `${value.slice(0, 200)}...` : value;
    this.#errors.push(`Value '${shown}' at '${at}' failed to satisfy constraint: ${constraint}`);
  }
}
