/** What keeps a file from being generated, as one line of output. */
export interface Problem {
  readonly file: string;
  readonly severity: 'error' | 'warning';
  /** Id of the property it is about. */
  readonly property?: string;
  readonly message: string;
}

export const problemLine = ({ file, severity, property, message }: Problem): string =>
  [file, severity, ...(property === undefined ? [] : [property]), message].join(': ');

/** The message of whatever was thrown. */
export const thrownMessage = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
