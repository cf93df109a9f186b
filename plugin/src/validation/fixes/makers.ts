import type { Edit, EditKind, Fix } from 'bpmnlint-plugin-eventbridge/core';
import type { Shape } from '../host.ts';
import { addErrorBoundary } from './add-error-boundary.ts';
import { applyTemplate } from './apply-template.ts';
import { removeField } from './remove-field.ts';
import { renameInput } from './rename-input.ts';
import { setField } from './set-field.ts';
import { setJobType } from './set-job-type.ts';
import { setRetries } from './set-retries.ts';
import type { EditMaker, FixTools } from './tools.ts';

const MAKERS: { readonly [Kind in EditKind]: EditMaker<Kind> } = {
  'set-field': setField,
  'remove-field': removeField,
  'rename-input': renameInput,
  'set-retries': setRetries,
  'set-job-type': setJobType,
  'apply-template': applyTemplate,
  'add-error-boundary': addErrorBoundary,
};

/** The table's key is the edit's own kind, which the compiler cannot follow through the union. */
function makerOf(edit: Edit): EditMaker {
  return MAKERS[edit.kind] as EditMaker;
}

export function canMake(tools: FixTools, { edits }: Fix): boolean {
  return edits.every((edit) => makerOf(edit).canMake?.(tools, edit) ?? true);
}

/** Makes every edit of a fix. Returns the element that the task is then: most often the same. */
export function make(tools: FixTools, element: Shape, { edits }: Fix): Shape {
  let at = element;
  for (const edit of edits) at = makerOf(edit).make(tools, at, edit);
  return at;
}
