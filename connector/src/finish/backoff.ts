import {
  any,
  EngineFailure,
  FeelDuration,
  isNumber,
  on,
  typeOf,
  type Evaluation,
  type FeelValue,
  type FunctionsByName,
} from 'camunda-feel';

const PARAMETERS = ['attempt', 'minDelay', 'factor', 'maxDelay', 'jitterFactor'] as const;

/** Numbers of arguments that the function takes: a shortest wait has no meaning without its growth. */
const COUNTS: readonly number[] = [1, 3, 4, 5];

// Order, defaults and bounds are those of the official connectors: https://github.com/camunda/connectors/issues/6710
const MIN_DELAY_MS = 50;
const FACTOR = 1.6;
const MAX_DELAY_MS = 5_000;
const JITTER_FACTOR = 0.1;

const NANOS_PER_MS = 1_000_000n;

/**
 * `backoff(attempt[, minDelay, factor[, maxDelay[, jitterFactor]]])`: a wait that grows with each attempt, for the retry
 * backoff of `jobError`. A wrong argument fails the expression: a job must not be tried again at a wrong time.
 */
export const BACKOFF_FUNCTION: FunctionsByName = {
  backoff: Array.from({ length: PARAMETERS.length + 1 }, (_none, count) => {
    const parameters = PARAMETERS.slice(0, count);
    return on(
      parameters,
      parameters.map(() => any),
      backoff,
    );
  }),
};

function backoff(given: readonly FeelValue[], { world }: Evaluation): FeelDuration {
  if (!COUNTS.includes(given.length)) refuse('1, 3, 4 or 5 arguments', String(given.length));
  const attempt = Math.trunc(numberAt(given, 0, 1));
  const minMs = delayMsAt(given, 1, MIN_DELAY_MS);
  const factor = numberAt(given, 2, FACTOR);
  const maxMs = delayMsAt(given, 3, MAX_DELAY_MS);
  const jitterFactor = numberAt(given, 4, JITTER_FACTOR);
  if (attempt < 1) refuse('an attempt of 1 or more', String(attempt));
  if (factor <= 0) refuse('a factor above 0', String(factor));
  if (jitterFactor < 0) refuse('a jitterFactor of 0 or more', String(jitterFactor));
  if (minMs > maxMs) refuse('a minDelay of at most its maxDelay', `${minMs} ms and ${maxMs} ms`);
  // No wait grows to none, even where the growth is beyond all numbers.
  const grown = minMs === 0 ? 0 : minMs * factor ** (attempt - 1);
  const delayMs = Math.max(minMs, Math.min(maxMs, grown));
  const jitter = jitterFactor === 0 ? 0 : (2 * world.random() - 1) * jitterFactor;
  return new FeelDuration(BigInt(Math.max(0, Math.round(delayMs * (1 + jitter)))) * NANOS_PER_MS);
}

function numberAt(args: readonly FeelValue[], index: number, otherwise: number): number {
  if (index >= args.length) return otherwise;
  const value = args[index] ?? null;
  return isNumber(value) ? value.numberValue() : refuse(`a number as ${PARAMETERS[index] ?? ''}`, typeOf(value));
}

function delayMsAt(args: readonly FeelValue[], index: number, otherwise: number): number {
  if (index >= args.length) return otherwise;
  const value = args[index] ?? null;
  if (value instanceof FeelDuration && value.nanos >= 0n) return Number(value.millis);
  return refuse(`a duration of days and times as ${PARAMETERS[index] ?? ''}`, typeOf(value));
}

function refuse(what: string, found: string): never {
  throw new EngineFailure(
    `The function backoff takes ${what}: found ${found}. ` +
      'Write for example backoff(4 - job.retries, duration("PT1S"), 2, duration("PT1M")).',
  );
}
