/** The parts that the command line uses of packages without types. */

declare module '@bpmn-io/element-templates-validator' {
  export interface ValidationFinding {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message: string;
  }
  export function validateZeebe(template: string): {
    readonly valid: boolean;
    readonly errors?: readonly ValidationFinding[];
    readonly warnings?: readonly ValidationFinding[];
  };
}

declare module 'semver' {
  const semver: { readonly validRange: (range: string) => string | null };
  export default semver;
}
