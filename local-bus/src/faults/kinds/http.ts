import { defineFault } from '../fault.ts';
import { integer } from '../option.ts';

export const httpFault = defineFault({
  name: 'http',
  summary: 'a call is answered with an HTTP error, as when the service itself breaks',
  counts: 'calls',
  options: { status: integer({ min: 400, max: 599, default: 500, doc: 'the HTTP status' }) },
  build: ({ status }) => ({
    before(exchange) {
      exchange.fail(
        status === 503 ? 'ServiceUnavailable' : 'InternalFailure',
        'The request processing has failed because of an unknown error, exception or failure.',
        status,
      );
      return true;
    },
  }),
});
