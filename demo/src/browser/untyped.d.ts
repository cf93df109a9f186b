/** The part of an untyped package that the page uses. */
declare module 'bpmn-js-element-templates' {
  export class CloudElementTemplatesValidator {
    addAll(templates: readonly object[]): this;
    getErrors(): readonly Error[];
  }
}
