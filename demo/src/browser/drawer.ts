import { thrownText } from '@eventbridge-kit/issue';
import { byId, make } from './page.ts';

/** A page to read beside the work. */
export interface DrawerPage {
  readonly title: string;
  /** What it shows; while it is on its way the drawer says so, and what keeps it from coming. */
  readonly content: Node | Promise<Node>;
}

let opener: Element | null = null;
/** The page that is shown: one that comes late is left out. */
let shown: DrawerPage | undefined;

/** Opens the drawer at the right edge, above what is there. One page at a time. */
export function openDrawer(page: DrawerPage): void {
  const drawer = byId('drawer');
  if (drawer.hidden) opener = document.activeElement;
  drawer.hidden = false;
  shown = page;
  byId('drawer-title').textContent = page.title;
  show('loading', 'Loading…');
  void Promise.resolve(page.content).then(
    (content) => {
      if (shown === page) show('loaded', content);
    },
    (error: unknown) => {
      if (shown === page)
        show('failed', make('p', { role: 'alert' }, `This page cannot be shown: ${thrownText(error)}`));
    },
  );
  drawer.focus();
}

export function closeDrawer(): void {
  const drawer = byId('drawer');
  if (drawer.hidden) return;
  const hadFocus = drawer.contains(document.activeElement);
  drawer.hidden = true;
  shown = undefined;
  if (hadFocus && opener instanceof HTMLElement && opener.isConnected) opener.focus();
}

export function listenToDrawer(): void {
  byId('drawer-close').addEventListener('click', closeDrawer);
  byId('drawer').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeDrawer();
  });
}

function show(state: 'loading' | 'loaded' | 'failed', content: Node | string): void {
  const body = byId('drawer-body');
  body.dataset['state'] = state;
  body.replaceChildren(content);
  body.scrollTo(0, 0);
}
