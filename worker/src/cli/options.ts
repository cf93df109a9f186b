import { HELP_OPTIONS, option, port, text, toggle } from '@eventbridge-kit/node-kit/options';
import { CAMUNDA_OPTIONS } from '../options/camunda.ts';
import { JOB_OPTIONS } from '../options/jobs.ts';
import { SERVICE_OPTIONS } from '../options/services.ts';
import { TEST_SEND_OPTIONS } from '../test-send/options.ts';
import { LOG_OPTIONS } from './logger.ts';

/** Everything that `camunda-eventbridge-worker` takes. */
export const WORKER_OPTIONS = {
  ...CAMUNDA_OPTIONS,
  ...JOB_OPTIONS,
  ...SERVICE_OPTIONS,
  healthPort: option({
    flag: 'health-port',
    env: ['CAMUNDA_EVENTBRIDGE_HEALTH_PORT'],
    kind: port(1),
    description: 'Port for /livez, /readyz and /metrics.',
    defaultText: 'none, no such server',
  }),
  healthHost: option({
    flag: 'health-host',
    env: ['CAMUNDA_EVENTBRIDGE_HEALTH_HOST'],
    kind: text('HOST', 'an address of this machine'),
    description: 'Address to listen on; 0.0.0.0 in a container.',
    default: '127.0.0.1',
  }),
  ...LOG_OPTIONS,
  check: toggle({
    flag: 'check',
    description: 'Say whether Camunda answers and whose AWS credentials the environment has, then end with 0 or 1.',
  }),
  ...HELP_OPTIONS,
};

/** Everything that `camunda-eventbridge-worker test-send` takes. */
export const TEST_SEND_COMMAND_OPTIONS = { ...SERVICE_OPTIONS, ...TEST_SEND_OPTIONS, ...LOG_OPTIONS, ...HELP_OPTIONS };
