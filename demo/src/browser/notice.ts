import { byId, make } from './page.ts';

export type NoticeKind = 'error' | 'warning' | 'done' | 'offer';

/** Something that can be done about it; the notice goes then. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** Shows one message above the diagram; it stays until it is dismissed, answered or replaced. */
export function showNotice(
  kind: NoticeKind,
  title: string,
  details: readonly string[] = [],
  actions: readonly NoticeAction[] = [],
): void {
  const notice = byId('notice');
  notice.dataset['kind'] = kind;
  notice.hidden = false;
  byId('notice-text').replaceChildren(make('strong', {}, title), ...details.map((detail) => make('p', {}, detail)));
  byId('notice-actions').replaceChildren(
    ...actions.map(({ label, run }) => {
      const button = make('button', { type: 'button' }, label);
      button.addEventListener('click', () => {
        hideNotice();
        run();
      });
      return button;
    }),
  );
}

export function hideNotice(): void {
  byId('notice').hidden = true;
  byId('notice-text').replaceChildren();
  byId('notice-actions').replaceChildren();
}

export function listenToNotice(): void {
  byId('notice-close').addEventListener('click', hideNotice);
}
