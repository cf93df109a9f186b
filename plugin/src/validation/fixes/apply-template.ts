import type { EditMaker } from './tools.ts';

/** Has the host apply the template: it keeps the values of bindings that the new template has too. */
export const applyTemplate: EditMaker<'apply-template'> = {
  canMake: ({ templates }, { templateId, version }) => Boolean(templates?.get(templateId, version)),
  make({ templates }, element, { templateId, version }) {
    const template = templates?.get(templateId, version);
    return templates && template ? templates.applyTemplate(element, template) : element;
  },
};
