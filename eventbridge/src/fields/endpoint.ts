import { isBlank, type Issue, quote } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'configuration.endpoint';

// https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2
const HOST = String.raw`[A-Za-z0-9\-._]+|\[[0-9A-Fa-f:.]+\]`;

/** Hosts of this machine, in letters of either case: a template's pattern has no flag for them. */
// https://www.rfc-editor.org/rfc/rfc6761#section-6.3 and https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3
const LOOPBACK = String.raw`(?:[A-Za-z0-9\-]+\.)*[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|127(?:\.[0-9]{1,3}){3}|\[::1\]`;

/** A port up to 65535, and a path; no query, no fragment. */
// https://www.rfc-editor.org/rfc/rfc3986#section-3
const REST = String.raw`(?::(?:[0-5]?[0-9]{1,4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?(?:\/[^\s?#]*)?$`;

/** What `checkEndpoint` accepts: https to any host, http to this machine, without a user. */
export const ENDPOINT_PATTERN = String.raw`^(?:https:\/\/(?:${HOST})|http:\/\/(?:${LOOPBACK}))${REST}`;

const ENDPOINT = new RegExp(ENDPOINT_PATTERN);

/** The same, and http to other machines. */
const ADDRESS = new RegExp(`^https?://(${HOST})${REST}`);

const LOOPBACK_HOST = new RegExp(`^(?:${LOOPBACK})$`);

/** Host of an https or http address as written, with brackets around an IPv6 address; undefined when it is none. */
export function endpointHost(value: string): string | undefined {
  return ADDRESS.exec(value)?.[1];
}

/** True for an endpoint on this machine. */
export function isLoopbackEndpoint(value: string): boolean {
  const host = endpointHost(value);
  return host !== undefined && LOOPBACK_HOST.test(host);
}

/** `https://host[:port][/path]`; `http` only for this machine. */
export function checkEndpoint(value: string): Issue[] {
  if (ENDPOINT.test(value)) return [];
  if (!ADDRESS.test(value)) {
    return [
      eventIssue({
        rule: 'endpoint-format',
        field: FIELD,
        wrong: 'The endpoint is not an address this connector can call',
        found: describe(value),
        instead:
          'Write it like "https://events.eu-central-1.amazonaws.com" or "http://127.0.0.1:4010", or leave it out for the address of the region.',
      }),
    ];
  }
  const secure = value.replace(/^http:/, 'https:');
  return [
    eventIssue({
      rule: 'endpoint-insecure',
      field: FIELD,
      wrong: 'The endpoint is plain http to another machine',
      found: quote(value),
      instead: 'Write https; http is for this machine only.',
      fix: { title: 'Use https', value: secure },
    }),
  ];
}

/** What stands before an `@` may be a password: it is not repeated. */
function describe(value: string): string {
  if (isBlank(value)) return value === '' ? 'nothing' : 'only white space';
  if (value.includes('@')) return 'an address with user or password in it';
  return quote(value);
}
