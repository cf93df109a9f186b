import { isRecord } from '@eventbridge-kit/issue';
import { recall, remember } from '../memory.ts';
import { byId } from '../page.ts';
import { listenToEdge } from './splitter.ts';

/** Bounds of a pane's size in pixels, and the part of the page beyond which it would leave too little for the diagram. */
interface PaneBounds {
  readonly minPx: number;
  readonly maxShare: number;
}

const PANES = {
  properties: { minPx: 220, maxShare: 0.5 },
  events: { minPx: 200, maxShare: 0.4 },
  bottom: { minPx: 160, maxShare: 0.75 },
} as const satisfies Readonly<Record<string, PaneBounds>>;

type PaneName = keyof typeof PANES;

/** The panes that a user can take away; the one below the diagram goes with the panel in it. */
const FOLDING = ['properties', 'events'] as const;

/** The panes around the diagram: how big they are and which are there, as the user left them. */
export class Layout {
  readonly #work = byId('work');
  readonly #sizesPx: Record<string, number>;
  readonly #hidden: Set<string>;

  constructor() {
    const known = recall('layout');
    const { sizesPx, hidden } = isRecord(known) ? known : {};
    this.#sizesPx = isRecord(sizesPx) ? numbersOf(sizesPx) : {};
    this.#hidden = new Set(Array.isArray(hidden) ? hidden.filter((name) => typeof name === 'string') : []);
    for (const name of Object.keys(PANES) as PaneName[]) this.#join(name); // the table's own keys
    for (const name of FOLDING) {
      byId(`toggle-${name}`).addEventListener('click', () => this.#setShown(name, this.#hidden.has(name)));
      this.#draw(name);
    }
  }

  /** Brings a pane back that was taken away. */
  reveal(name: (typeof FOLDING)[number]): void {
    if (this.#hidden.has(name)) this.#setShown(name, true);
  }

  #join(name: PaneName): void {
    const { minPx, maxShare } = PANES[name];
    const pane = byId(name);
    const isBottom = name === 'bottom';
    const sizePx = (): number => pane.getBoundingClientRect()[isBottom ? 'height' : 'width'];
    const bounds = (): { readonly minPx: number; readonly maxPx: number } => {
      const whole = this.#work.getBoundingClientRect()[isBottom ? 'height' : 'width'];
      return { minPx, maxPx: Math.max(minPx, Math.round(whole * maxShare)) };
    };
    const set = (px: number): void => this.#work.style.setProperty(`--${name}-size`, `${px}px`);
    const known = this.#sizesPx[name];
    if (known !== undefined) set(known);
    listenToEdge(byId(`${name}-edge`), {
      sizePx,
      bounds,
      resize: (px) => {
        const { maxPx } = bounds();
        const next = Math.round(Math.min(maxPx, Math.max(minPx, px)));
        set(next);
        this.#sizesPx[name] = next;
        this.#save();
      },
      ...(name !== 'bottom' && {
        collapse: () => {
          this.#setShown(name, false);
          byId(`toggle-${name}`).focus();
        },
      }),
    });
  }

  #setShown(name: (typeof FOLDING)[number], isShown: boolean): void {
    if (isShown) this.#hidden.delete(name);
    else this.#hidden.add(name);
    this.#draw(name);
    this.#save();
  }

  #draw(name: (typeof FOLDING)[number]): void {
    const isShown = !this.#hidden.has(name);
    byId(name).hidden = !isShown;
    byId(`${name}-edge`).hidden = !isShown;
    byId(`toggle-${name}`).setAttribute('aria-expanded', String(isShown));
  }

  #save(): void {
    remember('layout', { sizesPx: this.#sizesPx, hidden: [...this.#hidden] });
  }
}

function numbersOf(record: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
