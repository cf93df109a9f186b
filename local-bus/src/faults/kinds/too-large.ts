import { defineFault } from '../fault.ts';

export const tooLargeFault = defineFault({
  name: 'too-large',
  summary: 'a call is answered with a bare HTTP 413 and no JSON, as AWS does with some large requests',
  counts: 'calls',
  options: {},
  build: () => ({
    before(exchange) {
      exchange.respond(413, 'text/html', TOO_LARGE_PAGE);
      return true;
    },
  }),
});

/** What stands in front of the service answers in HTML, which a JSON client cannot read. */
export const TOO_LARGE_PAGE =
  '<html>\n<head><title>413 Request Entity Too Large</title></head>\n<body><h1>413 Request Entity Too Large</h1></body>\n</html>\n';
