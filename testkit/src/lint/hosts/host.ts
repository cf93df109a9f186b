/** One thing that a host showed. */
export interface HostFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly elementId: string;
  readonly message: string;
  /** Title of the fix, where the host offers one. */
  readonly fix?: string;
  /** Way to the text, where the host was given one. */
  readonly path?: readonly (string | number)[];
}

/** Somewhere the rules run: every host must show the same. A new one joins the list in `hosts.ts`. */
export interface Host {
  readonly name: string;
  /** What one rule, at its recommended severity, finds in a diagram. */
  lint(xml: string, ruleId: string): Promise<readonly HostFinding[]>;
}
