/** The parts of untyped packages that the page uses. */
declare module '*.css';

declare module '@bpmn-io/properties-panel' {
  const everything: object;
  export default everything;
}

declare module '@camunda/linting' {
  export class Linter {
    constructor(options: { readonly plugins: readonly object[]; readonly modeler?: string; readonly type?: string });
    lint(definitions: object): Promise<readonly object[]>;
  }
}

declare module '@camunda/linting/modeler' {
  import type { BpmnJsModule } from 'bpmn-js-eventbridge';
  const module: BpmnJsModule;
  export default module;
}

declare module 'bpmn-js-element-templates' {
  export function CloudElementTemplatesLinterPlugin(templates: readonly object[]): object;
}
