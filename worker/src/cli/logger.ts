import { pino, type DestinationStream, type Logger } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export const LOG_FORMATS = ['json', 'pretty'] as const;

export interface LoggerSettings {
  readonly logLevel?: (typeof LOG_LEVELS)[number];
  readonly logFormat?: (typeof LOG_FORMATS)[number];
}

/** The program's log. JSON goes to the destination, by default standard output. */
export async function createLogger(
  settings: LoggerSettings,
  isTerminal: boolean,
  destination?: DestinationStream,
): Promise<Logger> {
  const { logLevel: level = 'info', logFormat = isTerminal ? 'pretty' : 'json' } = settings;
  const options = { level, timestamp: () => `,"time":"${new Date().toISOString()}"` };
  if (logFormat === 'json') return destination === undefined ? pino(options) : pino(options, destination);
  // Loaded for people alone: a worker in production starts without it.
  const { build } = await import('pino-pretty');
  return pino(options, build({ ignore: 'pid,hostname', sync: true, translateTime: 'SYS:HH:MM:ss' }));
}
