import { updateTaskDefinition } from './extensions.ts';
import type { EditMaker } from './tools.ts';

export const setRetries: EditMaker<'set-retries'> = {
  make(tools, element, { text }) {
    updateTaskDefinition(tools, element, { retries: text });
    return element;
  },
};
