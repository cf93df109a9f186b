import { defineFault } from '../fault.ts';
import { decimal, integer, oneOf } from '../option.ts';

export const throttleFault = defineFault({
  name: 'throttle',
  summary: 'a token bucket of entries: what comes faster than it fills is throttled',
  counts: 'calls',
  defaultTimes: Number.POSITIVE_INFINITY,
  options: {
    rate: decimal({ min: 0, max: 1_000_000, default: 10, doc: 'entries a second that fill the bucket' }),
    burst: integer({ min: 1, max: 1_000_000, default: 10, doc: 'entries that the bucket holds' }),
    level: oneOf(['call', 'entry'], 'call', 'throttle the call as a whole, or single entries of it'),
  },
  build({ rate, burst, level }, world) {
    let tokens = burst;
    let filledAt = world.now();
    const take = (amount: number): boolean => {
      const time = world.now();
      tokens = Math.min(burst, tokens + ((time - filledAt) / 1000) * rate);
      filledAt = time;
      if (tokens < amount) return false;
      tokens -= amount;
      return true;
    };
    if (level === 'entry')
      return { entry: () => (take(1) ? undefined : { code: 'ThrottlingException', message: 'Rate exceeded' }) };
    return {
      before(exchange) {
        // A call larger than the bucket passes when the bucket is full, or it never could.
        if (take(Math.min(exchange.entryCount, burst))) return false;
        exchange.fail('ThrottlingException', 'Rate exceeded', 400);
        return true;
      },
    };
  },
});
