import { root } from '@eventbridge-kit/testkit/machine/project';
import type { Publisher } from '@eventbridge-kit/testkit/machine/publisher';
import { submissionFiles, templateFiles } from '../src/build/submission.ts';
import { textOf, type Assets } from '../src/check/assets.ts';
import { sha256Of } from '../src/upgrade/published.ts';

export const VERSION = '1.0.0';

export const PUBLISHER: Publisher = {
  name: 'Example Ltd',
  contact: 'support@example.com',
  homepage: 'https://git.example/kit',
  repository: 'https://git.example/kit',
  issues: 'https://git.example/kit/issues',
  page: 'https://git.example/kit/blob/v{version}/{path}',
  file: 'https://git.example/kit/raw/v{version}/{path}',
};

export const SUBMISSION = `eventbridge-kit-marketplace-${VERSION}.zip`;
export const TEMPLATES = `eventbridge-kit-element-templates-${VERSION}.zip`;
export const MODELER = `eventbridge-kit-desktop-modeler-${VERSION}.zip`;
export const WORKER = `camunda-eventbridge-worker-${VERSION}.tgz`;
export const TEMPLATE = 'send-event.json';

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The files of a release in memory, which a test changes: real pages, pictures and templates, and packages of a few lines. */
export class SampleRelease {
  readonly archives = new Map<string, Map<string, Uint8Array>>();
  readonly files = new Map<string, Uint8Array>();

  constructor(publisher: Publisher = PUBLISHER) {
    const templates = templateFiles(root);
    const template = textOf(templates.get(TEMPLATE)).replace(
      /"documentationRef": ".*"/,
      '"documentationRef": "https://git.example/kit/blob/v1.0.0/templates/send-event.md"',
    );
    templates.set(TEMPLATE, bytesOf(template));
    templates.set('versioned/SHA256SUMS', bytesOf(`${sha256Of(template)}  send-event-1.json\n`));
    const submission = submissionFiles({ root, version: VERSION, publisher });
    submission.set(`element-templates/${TEMPLATE}`, bytesOf(template));
    const name = 'camunda-eventbridge-worker';
    this.archives.set(SUBMISSION, submission);
    this.archives.set(TEMPLATES, templates);
    this.#archive(MODELER, {
      'plugins/eventbridge-kit/index.js': 'module.exports = {};\n',
      'plugins/eventbridge-kit/LICENSE': 'Apache License',
      'element-templates/eventbridge-kit-send-event.json': template,
    });
    this.#archive(WORKER, {
      LICENSE: 'Apache License',
      'README.md': '# Worker\n\n| Camunda | 8.6 or newer | 8.8 or newer |\n',
      'package.json': JSON.stringify({ name, version: VERSION }),
      'dist/index.js': 'export function work() {\n  return 1;\n}\n',
    });
    for (const archive of this.archives.keys()) this.files.set(archive, bytesOf(archive));
    const component = { name, version: VERSION };
    this.files.set(
      `${name}-${VERSION}.cdx.json`,
      bytesOf(JSON.stringify({ bomFormat: 'CycloneDX', metadata: { component } })),
    );
    const sums = [...this.files].map(([file, bytes]) => `${sha256Of(bytes)}  ${file}\n`);
    this.files.set('SHA256SUMS', bytesOf(sums.join('')));
  }

  #archive(name: string, texts: Readonly<Record<string, string>>): void {
    this.archives.set(name, new Map(Object.entries(texts).map(([path, text]) => [path, bytesOf(text)])));
  }

  #entries(archive: string): Map<string, Uint8Array> {
    const entries = this.archives.get(archive);
    if (entries === undefined) throw new Error(`no archive ${archive}`);
    return entries;
  }

  get assets(): Assets {
    return this;
  }

  text(archive: string, path: string): string {
    return textOf(this.#entries(archive).get(path));
  }

  write(archive: string, path: string, content: string | Uint8Array): void {
    this.#entries(archive).set(path, typeof content === 'string' ? bytesOf(content) : content);
  }

  /** Changes a file; throws where that changes nothing, as a seed must. */
  edit(archive: string, path: string, change: (text: string) => string): void {
    const before = this.text(archive, path);
    const after = change(before);
    if (after === before) throw new Error(`nothing was changed in ${path}`);
    this.write(archive, path, after);
  }

  remove(archive: string, path: string): void {
    if (!this.#entries(archive).delete(path)) throw new Error(`${archive} has no ${path}`);
  }

  picture(path: string): Buffer {
    return Buffer.from(this.#entries(SUBMISSION).get(path) ?? []);
  }

  listing(change: (listing: Listing) => void): void {
    this.edit(SUBMISSION, 'listing/listing.json', (text) => {
      const listing = JSON.parse(text) as Listing; // as `listing.ts` writes it
      change(listing);
      return JSON.stringify(listing);
    });
  }

  /** Changes the template everywhere it stands. */
  template(change: (template: Template) => void): void {
    const template = JSON.parse(this.text(TEMPLATES, TEMPLATE)) as Template; // as the generator writes it
    change(template);
    const text = JSON.stringify(template, undefined, 2);
    this.write(TEMPLATES, TEMPLATE, text);
    this.write(SUBMISSION, `element-templates/${TEMPLATE}`, text);
    this.write(MODELER, 'element-templates/eventbridge-kit-send-event.json', text);
  }
}

export interface Listing {
  title: string;
  summary: string;
  type: string;
  tags: string[];
  logo: { licence: string };
  screenshots: { file: string; alt: string }[];
  blueprint: { thumbnail: string; title: string };
}

export interface Template {
  name: string;
  version: number;
  keywords?: string[];
  documentationRef: string;
  engines: { camunda: string };
  icon: { contents: string };
  properties: TemplateProperty[];
}

export interface TemplateProperty {
  id: string;
  label?: string;
  type: string;
  group?: string;
  value?: string;
  placeholder?: string;
  secret?: boolean;
  optional?: boolean;
  constraints?: { notEmpty?: boolean; pattern?: { value: string; message: string } };
  condition?: object;
  binding: { type: string; name?: string };
}
