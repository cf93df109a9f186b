import { addressOf, type Publisher } from '@eventbridge-kit/testkit/machine/publisher';
import { posix } from 'node:path';

/** A page of the repository that a package carries. */
export interface PackedPage {
  /** Its folder in the repository. */
  readonly folder: string;
  readonly version: string;
  readonly publisher: Publisher;
  /** Whether the package carries this file, too; named from the package's folder. */
  readonly isPacked: (path: string) => boolean;
}

/** Code, which is left alone, or a link or a picture with its text and target. */
const CODE_OR_LINK = /```[\s\S]*?```|`[^`\n]*`|(!?)\[((?:`[^`\n]*`|[^[\]`])*)\]\(([^)\s]+)\)/g;

/** The targets of links and pictures that are no address and no place in the page itself. */
export function relativeTargets(markdown: string): string[] {
  return [...markdown.matchAll(CODE_OR_LINK)].flatMap(([, , , target]) =>
    target !== undefined && isRelative(target) ? [target] : [],
  );
}

/**
 * A page for those who read it outside the repository. What it links to relatively becomes the address of that file at this
 * version. As long as nobody has said where that is, a link to something that the package lacks is its text alone.
 */
export function packedPage(markdown: string, { folder, version, publisher, isPacked }: PackedPage): string {
  return markdown.replace(CODE_OR_LINK, (whole: string, picture?: string, text?: string, target?: string) => {
    if (text === undefined || target === undefined || !isRelative(target)) return whole;
    const [path = '', place] = target.split('#');
    const file = posix.normalize(posix.join(folder, path));
    const address = addressOf(picture === '!' ? publisher.file : publisher.page, version, file);
    if (address !== null) return `${picture ?? ''}[${text}](${address}${place === undefined ? '' : `#${place}`})`;
    if (isPacked(posix.normalize(path))) return whole;
    return picture === '!' ? `_Picture: ${text}._` : text;
  });
}

function isRelative(target: string): boolean {
  return !/^(?:[a-z][a-z\d+.-]*:|#)/i.test(target);
}
