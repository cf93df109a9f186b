/** The part of an untyped package that the page uses. */
declare module 'bpmn-js-element-templates' {
  export class CloudElementTemplatesValidator {
    /** The modeler's `moddle` service: tells which element may become which. */
    constructor(moddle: object);
    addAll(templates: readonly object[]): this;
    getErrors(): readonly Error[];
  }
}
