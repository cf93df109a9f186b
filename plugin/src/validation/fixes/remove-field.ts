import { itemsNamed, removeItems } from './extensions.ts';
import type { EditMaker } from './tools.ts';

/** Removes a mapping or header: one of several of its name, or all. */
export const removeField: EditMaker<'remove-field'> = {
  make(tools, element, { place, name, occurrence }) {
    const items = itemsNamed(element, place, name);
    const removed = occurrence === undefined ? items : items.slice(occurrence, occurrence + 1);
    removeItems(tools, element, place, removed);
    return element;
  },
};
