import { itemsNamed, propertiesOf } from './extensions.ts';
import type { EditMaker } from './tools.ts';

/** Gives every mapping of a name another one. */
export const renameInput: EditMaker<'rename-input'> = {
  make(tools, element, { from, to }) {
    for (const item of itemsNamed(element, 'input', from)) {
      tools.modeling.updateModdleProperties(element, item, propertiesOf('input', { name: to }));
    }
    return element;
  },
};
