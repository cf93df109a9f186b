/** What the tests use of bpmnlint, which has no types at its door. */
declare module 'bpmnlint' {
  export interface Report {
    readonly id?: string;
    readonly message: string;
    readonly category: string;
    readonly path?: readonly (string | number)[];
    readonly meta?: { readonly documentation?: { readonly url?: string } };
    readonly fix?: { readonly title: string };
    readonly name?: string;
  }

  export class Linter {
    constructor(options: { readonly config: object; readonly resolver: object });
    lint(definitions: object): Promise<Readonly<Record<string, readonly Report[]>>>;
  }
}
