import { addressOf, type Publisher } from '@eventbridge-kit/testkit/machine/publisher';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the texts of a submission are filled in with. */
export interface Facts {
  readonly root: string;
  readonly version: string;
  readonly publisher: Publisher;
}

/** Stands in a text for what nobody has said in `publisher.json` yet; the check lists it as a person's step. */
export const UNSAID = 'publisher.invalid';

/** A name under `.invalid` leads nowhere for certain: https://www.rfc-editor.org/rfc/rfc2606 */
const UNSAID_ADDRESS = `https://${UNSAID}`;

/**
 * Fills in `{{version}}`, `{{name}}`, `{{contact}}`, `{{repository}}`, `{{issues}}`, `{{homepage}}`, and `{{page:PATH}}`
 * for the address of a file of the repository. Throws for any other name, and for a file that is not there.
 */
export function fillIn(text: string, facts: Facts): string {
  return text.replaceAll(/\{\{([a-z]+)(?::([^{}]+))?\}\}/g, (whole, name: string, path?: string) => {
    switch (name) {
      case 'version':
        return facts.version;
      case 'name':
        return facts.publisher.name ?? `[name: ${UNSAID}]`;
      case 'contact':
        return facts.publisher.contact ?? `contact@${UNSAID}`;
      case 'repository':
      case 'issues':
      case 'homepage':
        return facts.publisher[name] ?? `${UNSAID_ADDRESS}/${name}`;
      case 'page':
        return pageOf(path ?? '', facts);
      default:
        throw new Error(`Nothing is known to put in for ${whole}`);
    }
  });
}

/** The address of a file or folder of the repository; throws where it is not there. */
export function pageOf(path: string, { root, version, publisher }: Facts): string {
  const [file = '', anchor] = path.split('#');
  if (!existsSync(join(root, file))) throw new Error(`A text of the submission links to ${file}, which is not there`);
  const address = addressOf(publisher.page, version, file) ?? `${UNSAID_ADDRESS}/${file}`;
  return anchor === undefined ? address : `${address}#${anchor}`;
}

/**
 * A page of the repository for the submission: its relative links become addresses. In a part of a page, links to its own
 * headings do, too.
 */
export function withAddresses(
  markdown: string,
  page: string,
  facts: Facts,
  { part }: { readonly part: boolean },
): string {
  return markdown.replaceAll(/(\]\()(?![a-z]+:)([^)\s]+)\)/gi, (whole: string, start: string, target: string) => {
    if (!target.startsWith('#')) return `${start}${pageOf(join(dirname(page), target), facts)})`;
    return part ? `${start}${pageOf(`${page}${target}`, facts)})` : whole;
  });
}

/** The part of a page under a heading of the second level, without the heading. Throws where the page has none. */
export function sectionOf(markdown: string, heading: string): string {
  const [, section] = markdown.split(new RegExp(String.raw`^## ${heading}$`, 'm'));
  if (section === undefined) throw new Error(`There is no section "${heading}" any more`);
  return section.split(/^## /m)[0]?.trim() ?? '';
}
