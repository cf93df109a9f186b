/** What a check found: right, worth knowing, or in need of a remedy. */
export interface Finding {
  readonly name: string;
  readonly status: 'ok' | 'note' | 'failed';
  readonly text: string;
}

/** A table for a terminal. */
export function findingsText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  return findings.map(({ name, status, text }) => `${status.padEnd(6)}  ${name.padEnd(width)}  ${text}\n`).join('');
}
