/** The part of bpmnlint's interface that a plugin meets; bpmnlint itself is not imported. */
// https://github.com/bpmn-io/bpmnlint/blob/main/lib/types.d.ts
export interface Reporter {
  report(id: string, message: string, context?: ReportContext): void;
}

interface ReportContext {
  /** Shown as the report's rule where it is set. */
  readonly name?: string;
  /** From the element to the property; hosts find the field by it. */
  readonly path?: (string | number)[];
  readonly [key: string]: unknown;
}

export interface BpmnlintRule {
  readonly meta: { readonly documentation: { readonly url: string } };
  check(node: unknown, reporter: Reporter): boolean | undefined;
}

export type RuleFactory = (options?: unknown) => BpmnlintRule;

export type Category = 'off' | 'info' | 'warn' | 'error';

export interface BpmnlintConfig {
  readonly rules: Readonly<Record<string, Category>>;
}
