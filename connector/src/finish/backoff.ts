import type { FeelFunctions } from '../feel/builtins/define.ts';
import { currentEvaluation } from '../feel/evaluate.ts';
import { secondsOf } from '../feel/normalise.ts';
import { FeelFailure } from '../feel/signals.ts';
import { ofSeconds } from '../feel/temporal.ts';
import { isDuration, isNumber, isYearMonth, typeOf, type FeelDuration, type FeelValue } from '../feel/values.ts';

const PARAMETERS = ['attempt', 'minDelay', 'factor', 'maxDelay', 'jitterFactor'] as const;

/** Numbers of arguments that the function takes: a shortest wait has no meaning without its growth. */
const COUNTS: readonly number[] = [1, 3, 4, 5];

// Order, defaults and bounds are those of the official connectors: https://github.com/camunda/connectors/issues/6710
const MIN_DELAY_MS = 50;
const FACTOR = 1.6;
const MAX_DELAY_MS = 5_000;
const JITTER_FACTOR = 0.1;

/**
 * `backoff(attempt[, minDelay, factor[, maxDelay[, jitterFactor]]])`: a wait that grows with each attempt, for the retry
 * backoff of `jobError`. A wrong argument fails the expression: a job must not be tried again at a wrong time.
 */
export const BACKOFF_FUNCTION: FeelFunctions = { backoff: Object.assign(backoff, { $args: PARAMETERS }) };

function backoff(...args: FeelValue[]): FeelDuration {
  const count = args.findLastIndex((arg) => arg !== undefined) + 1;
  if (!COUNTS.includes(count)) refuse('1, 3, 4 or 5 arguments', String(count));
  const given = args.slice(0, count);
  const attempt = Math.trunc(numberAt(given, 0, 1));
  const minMs = delayMsAt(given, 1, MIN_DELAY_MS);
  const factor = numberAt(given, 2, FACTOR);
  const maxMs = delayMsAt(given, 3, MAX_DELAY_MS);
  const jitterFactor = numberAt(given, 4, JITTER_FACTOR);
  if (attempt < 1) refuse('an attempt of 1 or more', String(attempt));
  if (factor <= 0) refuse('a factor above 0', String(factor));
  if (jitterFactor < 0) refuse('a jitterFactor of 0 or more', String(jitterFactor));
  if (minMs > maxMs) refuse('a minDelay of at most its maxDelay', `${minMs} ms and ${maxMs} ms`);
  const delayMs = Math.max(minMs, Math.min(maxMs, minMs * factor ** (attempt - 1)));
  const jitter = jitterFactor === 0 ? 0 : (2 * currentEvaluation().world.random() - 1) * jitterFactor;
  return ofSeconds(Math.max(0, Math.round(delayMs * (1 + jitter))) / 1000);
}

function numberAt(args: readonly FeelValue[], index: number, otherwise: number): number {
  if (index >= args.length) return otherwise;
  const value = args[index];
  return isNumber(value) ? value : refuse(`a number as ${PARAMETERS[index] ?? ''}`, typeOf(value));
}

function delayMsAt(args: readonly FeelValue[], index: number, otherwise: number): number {
  if (index >= args.length) return otherwise;
  const value = args[index];
  if (isDuration(value) && !isYearMonth(value) && secondsOf(value) >= 0) return secondsOf(value) * 1000;
  return refuse(`a duration of days and times as ${PARAMETERS[index] ?? ''}`, typeOf(value));
}

function refuse(what: string, found: string): never {
  throw new FeelFailure(
    `The function backoff takes ${what}: found ${found}. ` +
      'Write for example backoff(4 - job.retries, duration("PT1S"), 2, duration("PT1M")).',
  );
}
