import { oneOf, option, type OptionsOf } from '@eventbridge-kit/node-kit/options';
import { pino, type DestinationStream, type Logger } from 'pino';

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
const LOG_FORMATS = ['json', 'pretty'] as const;

/** What is logged, and how. */
export const LOG_OPTIONS = {
  logLevel: option({
    flag: 'log-level',
    env: ['CAMUNDA_EVENTBRIDGE_LOG_LEVEL'],
    kind: oneOf('LEVEL', LOG_LEVELS),
    description: 'Least important messages to log.',
    default: 'info',
  }),
  logFormat: option({
    flag: 'log-format',
    env: ['CAMUNDA_EVENTBRIDGE_LOG_FORMAT'],
    kind: oneOf('FORMAT', LOG_FORMATS),
    description: 'json for machines, pretty for people.',
    defaultText: 'pretty on a terminal, else json',
  }),
};

/** The program's log. JSON goes to the destination, by default standard output. */
export async function createLogger(
  { logLevel: level, logFormat }: OptionsOf<typeof LOG_OPTIONS>,
  isTerminal: boolean,
  destination?: DestinationStream,
): Promise<Logger> {
  const options = { level, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  if ((logFormat ?? (isTerminal ? 'pretty' : 'json')) === 'json')
    return destination === undefined ? pino(options) : pino(options, destination);
  // Loaded for people alone: a worker in production starts without it.
  const { build } = await import('pino-pretty');
  return pino(options, build({ ignore: 'pid,hostname', sync: true, translateTime: 'SYS:HH:MM:ss' }));
}
