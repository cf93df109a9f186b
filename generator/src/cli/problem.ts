import type { DefinitionPath } from '../lint/rule.ts';

/** What keeps a file from being generated, or what its author should know. */
export interface Problem {
  /** As the user wrote it, or relative to the working directory. */
  readonly file: string;
  readonly place?: Place;
  readonly severity: 'error' | 'warning';
  /** Id of the property it is about. */
  readonly property?: string;
  readonly message: string;
  /** Id of the lint rule, or `schema`. */
  readonly rule?: string;
}

/** Line and column, both from 1. */
export interface Place {
  /** Another file than the definition's: where a part of it stands. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** A problem whose place is known in the definition alone. */
export type Placed = Omit<Problem, 'file' | 'place'> & { readonly path: DefinitionPath };

/** The problem with its place in the file, as far as there is one. */
export function placed(file: string, found: Placed, place: Place | undefined): Problem {
  const { severity, property, message, rule } = found;
  return {
    file,
    ...(place !== undefined && { place }),
    severity,
    ...(property !== undefined && { property }),
    message,
    ...(rule !== undefined && { rule }),
  };
}

/** One line of output, which editors and terminals make a link of: `file:line:column: severity: property: message (rule)`. */
export function problemLine({ file, place, severity, property, message, rule }: Problem): string {
  const at = place === undefined ? file : `${place.file ?? file}:${place.line}:${place.column}`;
  const parts = [at, severity, ...(property === undefined ? [] : [property]), message];
  return parts.join(': ') + (rule === undefined ? '' : ` (${rule})`);
}
