import { checked, listOf, option, port, secret } from '@eventbridge-kit/node-kit/options';
import { SERVICE_OPTIONS } from '../options/services.ts';
import { isOrigin, ORIGIN_FORM } from './origins.ts';

/** The test-send service, beside what jobs use. */
export const TEST_SEND_OPTIONS = {
  port: option({
    flag: 'port',
    env: ['CAMUNDA_EVENTBRIDGE_TEST_SEND_PORT'],
    kind: port(0),
    description: 'Port on 127.0.0.1; where it is in use, the next free one. 0: any.',
    default: 4700,
  }),
  allowedOrigins: option({
    flag: 'allowed-origins',
    env: ['CAMUNDA_EVENTBRIDGE_TEST_SEND_ORIGINS'],
    kind: listOf(checked('ORIGINS', ORIGIN_FORM, isOrigin)),
    description:
      'Web pages that may use the service. null: every page without an address, a sandboxed frame of any page among them, so that the token alone keeps them out; needs a random token.',
    default: [],
  }),
  token: option({
    env: ['CAMUNDA_EVENTBRIDGE_TEST_SEND_TOKEN'],
    kind: secret('TOKEN', '16 or more letters, digits, - or _', (value) => /^[\w-]{16,}$/.test(value)),
    description: 'What callers send as "Authorization: Bearer TOKEN".',
    defaultText: 'a random one, printed',
  }),
  checkEventBus: option({
    ...SERVICE_OPTIONS.checkEventBus,
    // A person who looks at an accepted event must not be told that it arrived.
    default: true,
    defaultText: 'on',
  }),
};
