import { defineFault } from '../fault.ts';
import { hookAt, when } from './moment.ts';

export const resetFault = defineFault({
  name: 'reset',
  summary: 'the connection is cut instead of an answer',
  counts: 'calls',
  options: { when },
  build: (options) =>
    hookAt(options.when, (exchange) => {
      exchange.cut();
      return true;
    }),
});
