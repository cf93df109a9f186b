import { addItem, itemsNamed, propertiesOf } from './extensions.ts';
import type { EditMaker } from './tools.ts';

/** Writes the mapping or header that counts, the last of its name; adds it where the task has none. */
export const setField: EditMaker<'set-field'> = {
  make(tools, element, { place, name, text }) {
    const item = itemsNamed(element, place, name).at(-1);
    if (item) tools.modeling.updateModdleProperties(element, item, propertiesOf(place, { text }));
    else addItem(tools, element, place, propertiesOf(place, { name, text }));
    return element;
  },
};
