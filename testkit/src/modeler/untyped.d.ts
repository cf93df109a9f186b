declare module 'bpmn-js-headless/lib/Modeler' {
  /** A modeler without a page. */
  const Modeler: new (options: {
    readonly additionalModules: readonly object[];
    readonly moddleExtensions: object;
  }) => object;
  export default Modeler;
}

declare module 'bpmn-js-element-templates/core' {
  /** Element templates for Camunda 8, without the properties panel. */
  export const CloudElementTemplatesCoreModule: object;
}

declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud' {
  const behaviors: object;
  export default behaviors;
}
