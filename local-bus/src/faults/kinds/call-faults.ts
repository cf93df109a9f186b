import { type Exchange, type FaultHooks, defineFault } from '../fault.ts';
import { oneOf, integer, text } from '../option.ts';

/** For faults that hide the answer: before the events are taken, or after, so that they arrive though the client sees a failure. */
export const when = oneOf(
  ['before', 'after'],
  'before',
  'before the events are taken, or after: then they arrive though the client sees a failure',
);

/** The hook of that moment. */
export function hookAt(
  moment: 'before' | 'after',
  act: (exchange: Exchange) => boolean | Promise<boolean>,
): FaultHooks {
  return { [moment]: act };
}

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
