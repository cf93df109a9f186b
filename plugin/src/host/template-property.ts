import type { DiagramElement, HostElementTemplates, HostInjector, TemplateProperty } from './bpmn-js.ts';

/** What the element's template says of an input or a header; undefined without a template, or where it has no such field. */
export function templateProperty(
  injector: HostInjector,
  element: DiagramElement,
  field: string,
): TemplateProperty | undefined {
  const templates = injector.get('elementTemplates', false) as HostElementTemplates | null; // untyped host
  return templates
    ?.get(element)
    ?.properties.find(
      ({ binding }) =>
        (binding.type === 'zeebe:input' && binding.name === field) ||
        (binding.type === 'zeebe:taskHeader' && binding.key === field),
    );
}
