import { defineFault } from '../fault.ts';
import { integer } from '../option.ts';

export const slowFault = defineFault({
  name: 'slow',
  summary: 'a call is answered late',
  counts: 'calls',
  options: { ms: integer({ min: 1, max: 600_000, default: 1000, doc: 'the delay in milliseconds' }) },
  build: ({ ms }) => ({
    async before(exchange) {
      await exchange.sleep(ms);
      return false;
    },
  }),
});
