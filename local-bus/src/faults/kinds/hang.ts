import { defineFault } from '../fault.ts';
import { hookAt, when } from './moment.ts';

export const hangFault = defineFault({
  name: 'hang',
  summary: 'a call is never answered; the connection stays open until the client gives up',
  counts: 'calls',
  options: { when },
  build: (options) =>
    hookAt(options.when, async (exchange) => {
      await exchange.hold();
      return true;
    }),
});
