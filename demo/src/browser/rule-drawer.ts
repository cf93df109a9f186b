import '../../../docs/rules/html/style.css';
import { openDrawer } from './drawer.ts';

/** Where the pages are, beside the demo's own. */
export const RULE_PAGES = new URL('rules/', document.baseURI).pathname;

/** Opens the page about a rule beside the diagram; with a modifier key a link does what links do. */
export function listenToRuleLinks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const address = new URL(link.href);
    // A page in the drawer names the others beside itself.
    const isInPage = link.closest('.rule-page') !== null && !/^[a-z]+:/.test(link.getAttribute('href') ?? '');
    const path = isInPage ? `${RULE_PAGES}${link.getAttribute('href')}` : address.pathname;
    if (address.origin !== location.origin || !path.startsWith(RULE_PAGES)) return;
    event.preventDefault();
    openDrawer({ title: 'About this rule', content: pageAt(path) });
  });
}

/** The page without its own frame. */
async function pageAt(path: string): Promise<Node> {
  const response = await fetch(path);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.rule-page');
  if (!page) throw new Error(`the demo has no page at ${path}`);
  const section = document.createElement('div');
  section.className = page.className;
  section.append(...page.childNodes);
  for (const link of section.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) link.target = '_blank';
  return section;
}
