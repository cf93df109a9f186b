import { byId } from './page.ts';

export type NoticeKind = 'error' | 'warning' | 'done';

/** Shows one message above the diagram; it stays until it is dismissed or replaced. */
export function showNotice(kind: NoticeKind, title: string, details: readonly string[] = []): void {
  const notice = byId('notice');
  notice.dataset['kind'] = kind;
  notice.hidden = false;
  const strong = document.createElement('strong');
  strong.textContent = title;
  const lines = details.map((detail) => {
    const line = document.createElement('p');
    line.textContent = detail;
    return line;
  });
  byId('notice-text').replaceChildren(strong, ...lines);
}

export function hideNotice(): void {
  byId('notice').hidden = true;
  byId('notice-text').replaceChildren();
}

export function listenToNotice(): void {
  byId('notice-close').addEventListener('click', hideNotice);
}
