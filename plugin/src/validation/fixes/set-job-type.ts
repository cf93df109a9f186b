import { updateTaskDefinition } from './extensions.ts';
import type { EditMaker } from './tools.ts';

export const setJobType: EditMaker<'set-job-type'> = {
  make(tools, element, { jobType }) {
    updateTaskDefinition(tools, element, { type: jobType });
    return element;
  },
};
