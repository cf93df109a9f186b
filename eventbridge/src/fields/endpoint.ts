import { isBlank, type Issue, quote } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';

const FIELD = 'configuration.endpoint';

/** An https or http address without user, query or fragment. */
// https://www.rfc-editor.org/rfc/rfc3986#section-3
export const ENDPOINT_PATTERN = String.raw`^https?:\/\/([A-Za-z0-9\-._]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?(\/[^\s?#]*)?$`;

const ENDPOINT = new RegExp(ENDPOINT_PATTERN);

// https://www.rfc-editor.org/rfc/rfc6761#section-6.3 and https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3
const LOOPBACK = /^(?:localhost|(?:[A-Za-z0-9-]+\.)+localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/i;

const HIGHEST_PORT = 65535;

/** Host of an endpoint as written, with brackets around an IPv6 address; undefined when it is no endpoint. */
export function endpointHost(value: string): string | undefined {
  return ENDPOINT.exec(value)?.[1];
}

/** True for an endpoint on this machine. */
export function isLoopbackEndpoint(value: string): boolean {
  const host = endpointHost(value);
  return host !== undefined && LOOPBACK.test(host);
}

/** `https://host[:port][/path]`; `http` only for this machine. */
export function checkEndpoint(value: string): Issue[] {
  const match = ENDPOINT.exec(value);
  const port = Number(match?.[2]?.slice(1) ?? 443);
  if (!match || port > HIGHEST_PORT) {
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
  if (/^https:/i.test(value) || isLoopbackEndpoint(value)) return [];
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
