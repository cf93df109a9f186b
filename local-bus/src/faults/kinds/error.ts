import { defineFault } from '../fault.ts';
import { integer, text } from '../option.ts';

export const errorFault = defineFault({
  name: 'error',
  summary: 'a call is refused as a whole with an AWS error, for example AccessDeniedException',
  counts: 'calls',
  options: {
    name: text('an error name', 'AccessDeniedException', "the error's name"),
    message: text('a text', 'Scripted by the local bus.', "the error's message"),
    status: integer({ min: 400, max: 599, default: 400, doc: 'the HTTP status' }),
  },
  build: ({ name, message, status }) => ({
    before(exchange) {
      exchange.fail(name, message, status);
      return true;
    },
  }),
});
