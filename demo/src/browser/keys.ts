import { byId, make } from './page.ts';

const isMac = navigator.platform.startsWith('Mac');
const COMMAND = isMac ? '⌘' : 'Ctrl';

/** Keys of the page and of the modeler in it, by where they work. */
const KEYS: Readonly<Record<string, readonly (readonly [keys: string, does: string])[]>> = {
  Anywhere: [
    [`${COMMAND} S`, 'Save the diagram as a file'],
    [`${COMMAND} F`, 'Find an element by its name or id'],
    ['?', 'Show these keys'],
    ['Escape', 'Close the panel that has the focus'],
  ],
  'In the diagram': [
    [`${COMMAND} Z`, 'Undo'],
    [`${COMMAND} Y`, 'Redo'],
    [`${COMMAND} A`, 'Select everything'],
    [`${COMMAND} C, ${COMMAND} V`, 'Copy, paste'],
    [`${COMMAND} +, ${COMMAND} −, ${COMMAND} 0`, 'Zoom in, out, to full size'],
    ['A, R', 'Append an element to the selected one, replace it'],
    ['N', 'Create an element'],
    ['H, L, S', 'Hand, lasso, space tool'],
    ['E', 'Edit the label'],
    ['Delete', 'Remove what is selected'],
  ],
  'On an edge between panels': [
    ['Arrows', 'Move it'],
    ['Home, End', 'Make the panel as small or as big as it can be'],
    ['Enter', 'Take the panel away'],
  ],
};

/** What keys of the whole page do. */
export interface KeyActions {
  readonly save: () => void;
  readonly find: () => void;
}

/** Listens to the keys that work anywhere; a field or a panel that takes a key itself goes first. */
export function listenToKeys({ save, find }: KeyActions): void {
  const dialog = byId('keys-dialog') as HTMLDialogElement; // it is one in index.html
  byId('keys-list').replaceChildren(...Object.entries(KEYS).flatMap(([where, keys]) => sectionOf(where, keys)));
  byId('keys').addEventListener('click', () => dialog.showModal());
  byId('keys-close').addEventListener('click', () => dialog.close());
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || dialog.open) return;
    const isCommand = isMac ? event.metaKey : event.ctrlKey;
    const key = event.key.toLowerCase();
    if (isCommand && !event.shiftKey && key === 's') save();
    else if (isCommand && !event.shiftKey && key === 'f') find();
    else if (!isCommand && key === '?' && !isTyping(event.target)) dialog.showModal();
    else return;
    event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]');
}

function sectionOf(where: string, keys: readonly (readonly [string, string])[]): readonly HTMLElement[] {
  const list = make('dl');
  for (const [names, does] of keys) list.append(make('dt', {}, ...kbds(names)), make('dd', {}, does));
  return [make('h3', {}, where), list];
}

function kbds(names: string): readonly (Node | string)[] {
  return names.split(', ').flatMap((name, index) => [index > 0 ? ' ' : '', make('kbd', {}, name)]);
}
