/** The part of a pino logger that the worker uses. Fields hold no secrets: every text in them went through a mask. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Writes nothing. */
export const silentLog: Log = { debug: noop, info: noop, warn: noop, error: noop };

function noop(): void {
  // A log that nobody reads.
}
