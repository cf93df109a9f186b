import { header } from '../bindings/header.ts';
import { hidden } from '../types/hidden.ts';

/**
 * Hidden headers that tell a worker which template made the task.
 *
 * @param template id and version of the template they stand in
 */
export function templateHeaders(template: { readonly id: string; readonly version: number }) {
  return {
    elementTemplateId: hidden({ value: template.id, binding: header('elementTemplateId') }),
    elementTemplateVersion: hidden({ value: `${template.version}`, binding: header('elementTemplateVersion') }),
  } as const;
}
