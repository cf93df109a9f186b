import { addressOf, type Publisher } from '@eventbridge-kit/testkit/machine/publisher';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { releasedChangelog } from './changelog.ts';
import { freeze, isPublished } from './freeze.ts';
import { git } from './refusals.ts';
import { setVersion } from './versions.ts';

export interface ReleaseOptions {
  readonly checkout: string;
  readonly version: string;
  /** Such as `2026-12-01`. */
  readonly day: string;
  readonly publisher: Publisher;
  /** Makes the template's files of its definition anew. */
  readonly generate: () => Promise<void>;
  /** Builds the files of the release and checks them; throws where one breaks a rule. */
  readonly build: () => Promise<void>;
}

const DOCUMENTATION = 'templates/send-event/documentation.ts';

/** Makes a release of a checkout, commit and tag included. Publishes nothing. */
export async function release({ checkout, version, day, publisher, generate, build }: ReleaseOptions): Promise<void> {
  const changelog = join(checkout, 'CHANGELOG.md');
  writeFileSync(changelog, releasedChangelog(readFileSync(changelog, 'utf8'), version, day));
  setVersion(checkout, version);
  const templates = join(checkout, 'templates');
  const page = addressOf(publisher.page, version, 'templates/send-event.md');
  // A published version keeps the address that it was published with.
  if (page !== null && !isPublished(templates, 'send-event')) {
    linkDocumentation(join(checkout, DOCUMENTATION), page);
    await generate();
  }
  freeze(templates);
  await build();
  git(checkout, 'add', '--all');
  git(checkout, 'commit', '--quiet', '--message', `Release ${version}`);
  git(checkout, 'tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
}

/** Writes the address into the one constant of the file. */
function linkDocumentation(file: string, address: string): void {
  const text = readFileSync(file, 'utf8');
  const constant = /^(export const DOCUMENTATION = )'[^']*';$/m;
  if (!constant.test(text)) throw new Error(`${DOCUMENTATION} has lost its constant DOCUMENTATION`);
  writeFileSync(
    file,
    text.replace(constant, (_, start: string) => `${start}'${address}';`),
  );
}
