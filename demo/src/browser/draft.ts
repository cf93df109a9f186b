import { hideKeyShapes } from '@eventbridge-kit/event-job';
import { isRecord } from '@eventbridge-kit/issue';
import { recall, remember } from './memory.ts';
import { byId } from './page.ts';

/** A diagram with changes that nobody has saved. */
export interface Draft {
  readonly name: string;
  readonly xml: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
}

/** A change is kept when no other has followed it for so long, in milliseconds. */
const PAUSE_MS = 400;

/** Keeps unsaved changes in this browser, so that a closed or reloaded page loses none. */
export class DraftKeeper {
  readonly #read: () => Promise<Omit<Draft, 'keptAt'>>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  /** True while there are changes that are not kept yet, or cannot be. */
  #isBehind = false;

  constructor(read: () => Promise<Omit<Draft, 'keptAt'>>) {
    this.#read = read;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.#isBehind) void this.#keep();
    });
    window.addEventListener('beforeunload', (event) => {
      if (this.#isBehind) event.preventDefault();
    });
  }

  /** What an earlier visit left unsaved. */
  get left(): Draft | undefined {
    const known = recall('draft');
    if (!isRecord(known)) return undefined;
    const { name, xml, keptAt } = known;
    return typeof name === 'string' && typeof xml === 'string' && typeof keptAt === 'number'
      ? { name, xml, keptAt }
      : undefined;
  }

  /** The diagram has changed. */
  touch(): void {
    this.#isBehind = true;
    this.#version += 1;
    this.#say('');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), PAUSE_MS);
  }

  /** The diagram is as it was opened or saved. What is kept stays, until it is forgotten. */
  settle(): void {
    clearTimeout(this.#timer);
    this.#version += 1;
    this.#isBehind = false;
    this.#say('');
  }

  /** There is nothing left to keep: the diagram was saved, or given up. */
  forget(): void {
    this.settle();
    remember('draft', undefined);
  }

  async #keep(): Promise<void> {
    clearTimeout(this.#timer);
    const version = this.#version;
    const draft = await this.#read();
    // Changed, saved or given up meanwhile.
    if (version !== this.#version) return;
    if (hideKeyShapes(draft.xml) !== draft.xml) {
      this.#say('not kept: the diagram holds what looks like a key of AWS');
      return;
    }
    this.#isBehind = !remember('draft', { ...draft, keptAt: Date.now() } satisfies Draft);
    this.#say(this.#isBehind ? 'not kept: this browser stores nothing' : 'draft kept');
  }

  #say(text: string): void {
    byId('draft-state').textContent = text;
  }
}
